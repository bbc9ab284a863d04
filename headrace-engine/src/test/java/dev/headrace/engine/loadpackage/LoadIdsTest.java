package dev.headrace.engine.loadpackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.load.LoadId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadIdsTest {

    private final LoadIds ids = new LoadIds(Clock.fixed(Instant.parse("2024-01-15T10:00:00.5Z"), ZoneOffset.UTC));

    @Test
    void namesLoadsByTheirTime() {
        assertThat(ids.next(Optional.empty())).isEqualTo(new LoadId("1705312800.500000"));
        assertThat(ids.next(Optional.of(new LoadId("1705312799.9")))).isEqualTo(new LoadId("1705312800.500000"));
    }

    @Test
    void goesOnWhenTheClockStandsOrGoesBack() {
        assertThat(ids.next(Optional.of(new LoadId("1705312800.500000")))).isEqualTo(new LoadId("1705312800.500001"));
        assertThat(ids.next(Optional.of(new LoadId("1805312800.999999")))).isEqualTo(new LoadId("1805312801.000000"));
    }

    @Test
    void comesAfterIdsOfDltWithMoreDigits() {
        LoadId last = new LoadId("1805312800.1234567");

        assertThat(ids.next(Optional.of(last))).isEqualTo(new LoadId("1805312800.123457"));
        assertThat(ids.next(Optional.of(last))).isGreaterThan(last);
    }
}
