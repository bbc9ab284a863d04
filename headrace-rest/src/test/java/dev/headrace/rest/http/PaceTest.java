package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Duration now = Duration.ofHours(5);

    private Pace pace(Duration silence, @Nullable Duration total) {
        return Pace.of(new Timeouts(MINUTE, silence, total), () -> now.toNanos());
    }

    private void after(int minutes, long received, Pace pace) throws IOException {
        now = Duration.ofHours(5).plusMinutes(minutes).plusMillis(1);
        pace.check(received);
    }

    @Test
    void endsABodyThatComesAByteASecond() {
        Pace pace = pace(MINUTE, Duration.ofHours(1));
        assertThatCode(() -> after(14, 14 * 60, pace)).doesNotThrowAnyException();
        assertThatThrownBy(() -> after(16, 16 * 60, pace))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("timed out: only 960 bytes of the answer came within 16m, less than 16 a second")
                .hasMessageContaining("'timeout.total'");
    }

    @Test
    void letsSlowExportsCome() {
        Pace pace = pace(MINUTE, Duration.ofHours(1));
        assertThatCode(() -> after(50, 50 * 60 * 16, pace)).doesNotThrowAnyException();
    }

    @Test
    void waitsLongerWhereAnswersMayTakeLonger() {
        Pace longer = pace(MINUTE, Duration.ofHours(8));
        assertThatCode(() -> after(119, 1, longer)).doesNotThrowAnyException();
        assertThatThrownBy(() -> after(121, 1, longer)).hasMessageContaining("within 121m");
        Pace quiet = pace(Duration.ofMinutes(40), Duration.ofMinutes(80));
        assertThatCode(() -> after(79, 1, quiet)).doesNotThrowAnyException();
        Pace any = pace(MINUTE, null);
        assertThatCode(() -> after(10_000, 1, any)).doesNotThrowAnyException();
    }
}
