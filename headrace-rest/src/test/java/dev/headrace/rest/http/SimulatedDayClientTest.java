package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.config.Settings;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day with a server that counts requests, tells of its quota in one way or another, and refuses what is too much. */
class SimulatedDayClientTest {

    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final int QUOTA = 25;
    private static final int WINDOWS = 48;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);

    private final FakeApi api = FakeApi.start();
    private final TestRun run = new TestRun();
    private final Instant begin = run.time.instant();
    private Instant closedUntil = begin;
    private long window = -1;
    private int used;
    private int refused;
    private int tooEarly;

    @AfterEach
    void close() {
        api.close();
    }

    private ApiClient client(String configuration) {
        return new ApiClient(Limits.of(Settings.none()).ofClient(TestNode.of(configuration)), run);
    }

    @Test
    void sendsNothingBeforeTheServerAllowsItAndHardlyLaterEither() {
        api.otherwise(request -> answer());
        int answered = 0;
        try (ApiClient client = client("{\"retry\": {\"max_wait\": \"1h\"}}")) {
            ResourceClient things = client.resource("things", Authenticator.none(), Set.of(Origin.of(api.url())));
            while (run.time.instant().isBefore(begin.plus(WINDOW.multipliedBy(WINDOWS)))) {
                things.send(HttpRequest.get("things", api.url() + "/a"));
                answered++;
            }
        }
        assertThat(tooEarly).isZero();
        assertThat(answered).isBetween(QUOTA * WINDOWS * 95 / 100, QUOTA * WINDOWS + 1);
        assertThat(refused).as("only where the server had not told").isLessThanOrEqualTo(WINDOWS / 2);
    }

    @Test
    void waitsNoLongerThanTheServerAskedForWhenTheClockIsSetBack() {
        api.on("/a", Answer.json("[1]").header("X-RateLimit-Remaining", "0").header("X-RateLimit-Reset", "30"));
        api.on("/b", Answer.json("[1]"));
        try (ApiClient client = client("{}")) {
            ResourceClient things = client.resource("things", Authenticator.none(), Set.of());
            things.send(HttpRequest.get("things", api.url() + "/a"));
            run.time.advance(Duration.ofHours(-1));
            things.send(HttpRequest.get("things", api.url() + "/b"));
        }
        assertThat(run.time.sleeps()).containsExactly(Duration.ofSeconds(30));
    }

    private synchronized Answer answer() {
        Instant now = run.time.instant();
        tooEarly += now.isBefore(closedUntil) ? 1 : 0;
        long current = Duration.between(begin, now).dividedBy(WINDOW);
        used = current == window ? used + 1 : 1;
        window = current;
        Instant reset = begin.plus(WINDOW.multipliedBy(current + 1));
        run.time.advance(Duration.ofMillis(150)); // as long as the server works on it
        if (used > QUOTA) {
            refused++;
            closedUntil = reset;
            return refusal(current, reset);
        }
        return told(current, reset, Answer.json("[1]"));
    }

    private Answer refusal(long current, Instant reset) {
        long seconds =
                Duration.between(run.time.instant(), reset).plusMillis(999).toSeconds();
        String asked = current % 4 == 0 ? HTTP_DATE.format(reset) : Long.toString(seconds);
        return Answer.status(current % 8 < 4 ? 429 : 503).header("Retry-After", asked);
    }

    /** Every other window the server tells how many are left. */
    private Answer told(long current, Instant reset, Answer answer) {
        if (current % 2 == 0) {
            return answer;
        }
        closedUntil = used == QUOTA ? reset : closedUntil;
        long seconds =
                Duration.between(run.time.instant(), reset).plusMillis(999).toSeconds();
        return current % 4 == 1
                ? answer.header("X-RateLimit-Remaining", Integer.toString(QUOTA - used))
                        .header("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()))
                : answer.header("RateLimit", "\"day\";r=" + (QUOTA - used) + ";t=" + seconds);
    }
}
