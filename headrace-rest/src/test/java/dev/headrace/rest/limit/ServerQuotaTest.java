package dev.headrace.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerQuotaTest {

    /** 1767225600 seconds since 1970. */
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Optional<ServerQuota> quota(Map<String, String> headers) {
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return ServerQuota.of(name -> Optional.ofNullable(byName.get(name)), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5000",
        "' 5 ', 5000",
        "0.5, 500",
        "86400, 86400000",
        "1767225630, 30000",
        "1767225630.5, 30500",
        "1767225630000, 30000",
        "1767225599, -1000",
        "6m0s, 360000",
        "1s, 1000",
        "'Thu, 01 Jan 2026 00:00:20 GMT', 20000",
        "2026-01-01T00:00:30Z, 30000",
        "2026-01-01T01:00:30.5+01:00, 30500",
    })
    void recognisesTheNotationOfAReset(String text, long millis) {
        assertThat(ServerQuota.until(text, NOW)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "5, 5", "12345678901234567890"})
    void takesOtherTextsForNoReset(String text) {
        assertThat(ServerQuota.until(text, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-RateLimit-", "x-ratelimit-", "X-Rate-Limit-", "RateLimit-"})
    void readsAllFamiliesOfHeaders(String family) {
        assertThat(quota(Map.of(family + "Remaining", "0", family + "Reset", "7", family + "Limit", "100")))
                .contains(new ServerQuota(true, Duration.ofSeconds(7)));
        assertThat(quota(Map.of(family + "Remaining", "3", family + "Reset", "7")))
                .contains(new ServerQuota(false, Duration.ofSeconds(7)));
        assertThat(quota(Map.of(family + "Remaining", "0"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "limit=100, remaining=0, reset=50|true|50",
                "limit=100, remaining=5, reset=50|false|50",
                "\"default\";r=0;t=30|true|30",
                "\"default\";r=12;t=30|false|30",
                "\"burst\";r=0;t=5, \"daily\";r=7;t=3600|true|5",
                "\"burst\";r=0;t=5, \"daily\";r=0;t=3600|true|3600",
                "\"a\";pk=:x:;r=0; t=5|true|5",
            })
    void readsTheStructuredHeader(String header, boolean usedUp, long seconds) {
        assertThat(quota(Map.of("RateLimit", header))).contains(new ServerQuota(usedUp, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"default\";r=0", "r=0", "100", ""})
    void takesOtherStructuresForNothing(String header) {
        assertThat(quota(Map.of("RateLimit", header))).isEmpty();
    }

    @Test
    void measuresDatesByTheClockOfTheServer() {
        Map<String, String> anHourAhead = Map.of(
                "Date",
                "Thu, 01 Jan 2026 01:00:00 GMT",
                "X-RateLimit-Remaining",
                "0",
                "X-RateLimit-Reset",
                "1767229210");
        assertThat(quota(anHourAhead)).contains(new ServerQuota(true, Duration.ofSeconds(10)));
    }
}
