package dev.headrace.engine.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateAndTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-15, 2024-01-15",
        "20240115, 2024-01-15",
        "2024-01, 2024-01-01",
        "2024, 2024-01-01",
        "1000, 1000-01-01",
        "2024-015, 2024-01-15",
        "2024-W03, 2024-01-15",
        "2024-W03-1, 2024-01-15",
        "2024W031, 2024-01-15",
        "2024/01/15, 2024-01-15",
        "9999-12-31, 9999-12-31",
    })
    void acceptsTheDatesThatDltAccepts(String text, LocalDate expected) {
        assertThat(date(text)).isEqualTo(expected.toEpochDay());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-1-5", "2024-02-30", "2024-01-15T10:00", "24", "202401", "2024-", "", "2024-01-15 ", "0000"
            })
    void takesOtherTextForNoDate(String text) {
        assertThat(date(text)).isEqualTo(IsoDate.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, 10:00",
        "10:00:01, 10:00:01",
        "10:00:01.5, 10:00:01.5",
        "10:00:00+02:00, 08:00",
        "01:00:00+02:00, 23:00",
        "T10:00, 10:00",
        "T10, 10:00",
        "10:00Z, 10:00",
    })
    void acceptsTheTimesThatDltAccepts(String text, LocalTime expected) {
        assertThat(time(text)).isEqualTo(LocalTime.MIDNIGHT.until(expected, ChronoUnit.MICROS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"24:00", "10", "1000", "100000", "10:60", "10:0", "", "T", "noon", "2024-01-15T10:00", "10:00 "})
    void takesOtherTextForNoTime(String text) {
        assertThat(time(text)).isEqualTo(IsoTime.NONE);
    }

    private static long date(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return IsoDate.parse(bytes, 0, bytes.length);
    }

    private static long time(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return IsoTime.parse(bytes, 0, bytes.length);
    }
}
