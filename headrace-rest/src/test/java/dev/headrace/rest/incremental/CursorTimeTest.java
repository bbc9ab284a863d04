package dev.headrace.rest.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorTimeTest {

    private static final Instant MOMENT = Instant.parse("2024-01-31T08:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "iso, 2024-01-31T08:30:00Z",
        "iso, 2024-01-31T10:30:00.000+02:00",
        "iso, 2024-01-31 08:30",
        "epoch_seconds, 1706689800",
        "epoch_milliseconds, 1706689800000",
        "dd.MM.uuuu HH:mm, 31.01.2024 08:30",
        "yyyy/MM/dd HH:mm:ss xx, 2024/01/31 09:30:00 +0100",
    })
    void readsAMoment(String format, String text) {
        assertThat(CursorTime.named(format).read(text)).contains(MOMENT);
    }

    @Test
    void writesAMoment() {
        assertThat(CursorTime.named("iso").write(MOMENT, "")).isEqualTo("2024-01-31T08:30:00Z");
        assertThat(CursorTime.named("iso").write(MOMENT, "2020-01-01T00:00:00+02:00"))
                .isEqualTo("2024-01-31T10:30:00+02:00");
        assertThat(CursorTime.named("date").write(MOMENT, "")).isEqualTo("2024-01-31");
        assertThat(CursorTime.named("epoch_seconds").write(MOMENT, 5L)).isEqualTo(1706689800L);
        assertThat(CursorTime.named("epoch_seconds").write(MOMENT, "5")).isEqualTo("1706689800");
        assertThat(CursorTime.named("epoch_milliseconds").write(MOMENT, "")).isEqualTo(1706689800000L);
        assertThat(CursorTime.named("dd.MM.uuuu").write(MOMENT, "")).isEqualTo("31.01.2024");
    }

    @Test
    void doesNotReadWhatDoesNotFit() {
        assertThat(CursorTime.named("iso").read("yesterday")).isEmpty();
        assertThat(CursorTime.named("iso").read("2024-13-01")).isEmpty();
        assertThat(CursorTime.named("iso").read(5L)).isEmpty();
        assertThat(CursorTime.named("epoch_seconds").read("2024-01-31")).isEmpty();
    }

    @Test
    void refusesWhatIsNoPattern() {
        assertThatThrownBy(() -> CursorTime.named("epoch")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CursorTime.named("HH:mm")).isInstanceOf(IllegalArgumentException.class);
    }
}
