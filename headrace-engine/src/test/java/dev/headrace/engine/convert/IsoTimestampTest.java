package dev.headrace.engine.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimestampTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2024-01-15T10:00:00Z            ; 2024-01-15T10:00:00Z
            2024-01-15T10:00:00             ; 2024-01-15T10:00:00Z
            2024-01-15 10:00:00             ; 2024-01-15T10:00:00Z
            2024-01-15 10:00                ; 2024-01-15T10:00:00Z
            2024-01-15T10:00                ; 2024-01-15T10:00:00Z
            2024-01-15T10                   ; 2024-01-15T10:00:00Z
            2024-01-15 10                   ; 2024-01-15T10:00:00Z
            2024-01-15T10Z                  ; 2024-01-15T10:00:00Z
            2024-01-15T10:00:00.1Z          ; 2024-01-15T10:00:00.1Z
            2024-01-15T10:00:00.1           ; 2024-01-15T10:00:00.1Z
            2024-01-15T10:00:00.123456789Z  ; 2024-01-15T10:00:00.123456Z
            2024-01-15T10:00:00,5Z          ; 2024-01-15T10:00:00.5Z
            2024-01-15T10:00:00+02:00       ; 2024-01-15T08:00:00Z
            2024-01-15T10:00:00.25+02:00    ; 2024-01-15T08:00:00.25Z
            2024-01-15T10:00:00.123456789+02:00 ; 2024-01-15T08:00:00.123456Z
            2024-01-15T10:00:00+0200        ; 2024-01-15T08:00:00Z
            2024-01-15T10:00:00+02          ; 2024-01-15T08:00:00Z
            2024-01-15T10:00:00-00:00       ; 2024-01-15T10:00:00Z
            2024-01-15T22:30:00-03:30       ; 2024-01-16T02:00:00Z
            2024-01-15 10:00:00+00          ; 2024-01-15T10:00:00Z
            20240115T100000Z                ; 2024-01-15T10:00:00Z
            20240115T100000                 ; 2024-01-15T10:00:00Z
            20240115T10                     ; 2024-01-15T10:00:00Z
            2024/01/15 10:00                ; 2024-01-15T10:00:00Z
            2024-366T10:00:00Z              ; 2024-12-31T10:00:00Z
            2024-W03-1T10:00:00Z            ; 2024-01-15T10:00:00Z
            2020-W53-7T10:00:00Z            ; 2021-01-03T10:00:00Z
            2024-02-29T23:59:59Z            ; 2024-02-29T23:59:59Z
            0001-01-01T00:00:00Z            ; 0001-01-01T00:00:00Z
            9999-12-31T23:59:59.999999Z     ; 9999-12-31T23:59:59.999999Z
            1969-12-31T23:59:59.5Z          ; 1969-12-31T23:59:59.5Z
            """)
    void acceptsWhatDltAccepts(String text, Instant expected) {
        assertThat(parse(text)).isEqualTo(micros(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-15T10:00:00 UTC",
                "2024-01-15T10:00:00 Z",
                " 2024-01-15T10:00:00Z",
                "2024-01-15T10:00:00Z ",
                "2024-01-15t10:00:00Z",
                "2024-01-15T10:00:00z",
                "2024-01-15T24:00:00Z",
                "2024-01-15T10:60:00Z",
                "2024-01-15T10:00:60Z",
                "2024-01-32T10:00:00Z",
                "2024-13-15T10:00:00Z",
                "2023-02-29T10:00:00Z",
                "1900-02-29T10:00:00Z",
                "0000-01-01T00:00:00Z",
                "0000-00-00 00:00:00",
                "2021-1-5",
                "2021-1-5T1:2:3",
                "01/15/2024",
                "1.5.2024",
                "Mon, 15 Jan 2024 10:00:00 GMT",
                "1705312800",
                "20210101120000",
                "2024-01-15T10:00:00Z/2024-01-16T10:00:00Z",
                "P1D",
                "now",
                "today",
                "2024-01-15T",
                "2024-01-15,10:00",
                "192.168.100.100",
                "2024-01-15",
                "20240115",
                "10:00:00",
                "T10:00:00",
                "",
                "2024-01-15T10:00:00.Z",
                "2024-01-15T10:00:00.1234567890Z",
                "2024-01-15T10:00:00+",
                "2024-01-15T10:00:00+2",
                "2024-01-15T10:00:00+02:",
                "2024-01-15T10:00:00+24:00",
                "2024-01-15T10:00:00+02:60",
                "2024-01-15T10:00:00Z+02:00",
                "2024-01-15T10:00:",
                "2024-01-15T10:",
                "2024-01-15T1",
                "2024-01/15T10:00:00",
                "2023-366T10:00:00Z",
                "2024-W54-1T10:00:00Z",
                "2021-W53-1T10:00:00Z",
                "2024-W03-8T10:00:00Z",
                "0001-01-01T00:00:00+02:00",
                "9999-12-31T23:59:59-02:00",
                "2024-01-1:T10:00:00",
                "２０２４-01-15T10:00:00Z",
            })
    void leavesOtherTextAlone(String text) {
        assertThat(parse(text)).isEqualTo(IsoTimestamp.NONE);
    }

    @Test
    void readsNothingOutsideOfItsRange() {
        byte[] text = "x2024-01-15T10:00:00Z9".getBytes(UTF_8);

        assertThat(IsoTimestamp.parse(text, 1, text.length - 1)).isEqualTo(1_705_312_800_000_000L);
    }

    @Property
    void readsEveryInstantOfTheCommonEra(
            @ForAll @LongRange(min = -62_135_510_400L, max = 253_402_214_400L) long seconds,
            @ForAll @IntRange(max = 999_999) int micros,
            @ForAll @IntRange(min = -1439, max = 1439) int offsetMinutes) {
        Instant instant = Instant.ofEpochSecond(seconds, micros * 1000L);
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atOffset(ZoneOffset.ofTotalSeconds(Math.floorMod(offsetMinutes, 1080) * 60)));

        assertThat(parse(text)).as(text).isEqualTo(micros(instant));
    }

    @Test
    void readsEveryDayOfTheCenturiesInUse() {
        LocalDate last = LocalDate.of(2160, 1, 2);
        for (LocalDate day = LocalDate.of(1890, 12, 30); day.isBefore(last); day = day.plusDays(1)) {
            assertThat(parse(day + "T00:00:00Z")).isEqualTo(day.toEpochDay() * 86_400_000_000L);
            String behind =
                    "%04d-%02d-%02dT00:00:00Z".formatted(day.getYear(), day.getMonthValue(), day.lengthOfMonth() + 1);
            assertThat(parse(behind)).as(behind).isEqualTo(IsoTimestamp.NONE);
        }
    }

    @Test
    void readsFractionsWhateverStandsBehindTheText() {
        String digits = "987654321";
        for (int count = 1; count <= digits.length(); count++) {
            long micros = Long.parseLong((digits.substring(0, count) + "00000").substring(0, 6));
            for (String zone : List.of("", "Z", "+00:00")) {
                for (String behind : List.of("", "\"", "\",\"a\":1234567890", "1234567890")) {
                    String text = "2024-01-15T10:00:00." + digits.substring(0, count) + zone;
                    byte[] bytes = (text + behind).getBytes(UTF_8);
                    assertThat(IsoTimestamp.parse(bytes, 0, text.length()))
                            .as(text + behind)
                            .isEqualTo(1_705_312_800_000_000L + micros);
                }
            }
        }
    }

    @Property
    void readsOrdinalAndWeekDatesLikeTheJdk(@ForAll @IntRange(min = -719_160, max = 2_932_890) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int weekYear = date.get(IsoFields.WEEK_BASED_YEAR);
        String ordinal = "%04d-%03d".formatted(date.getYear(), date.getDayOfYear());
        String week = "%04d-W%02d-%d"
                .formatted(
                        weekYear,
                        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        date.getDayOfWeek().getValue());

        assertThat(parse(ordinal + "T00:00")).isEqualTo(day * 86_400_000_000L);
        assertThat(parse(week + "T00:00")).isEqualTo(day * 86_400_000_000L);
        assertThat(parse(date + "T00:00")).isEqualTo(day * 86_400_000_000L);
    }

    @Property
    void answersAnyTextWithoutFailing(
            @ForAll
                    @net.jqwik.api.constraints.Chars({'0', '1', '2', '9', '-', ':', 'T', 'Z', 'W', '+', '.', ' '})
                    @StringLength(max = 40)
                    String text) {
        long micros = parse(text);

        assertThat(micros == IsoTimestamp.NONE || Calendar.isInRangeMicros(micros))
                .isTrue();
    }

    private static long parse(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return IsoTimestamp.parse(bytes, 0, bytes.length);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
