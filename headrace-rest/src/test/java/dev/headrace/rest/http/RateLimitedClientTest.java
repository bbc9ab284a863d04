package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.config.Settings;
import dev.headrace.event.RunEvent;
import dev.headrace.rest.auth.Authenticators;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits where they count: at every request that reaches a server. */
class RateLimitedClientTest {

    private static final Answer OK = Answer.json("[1]");

    private final FakeApi api = FakeApi.start();
    private final TestRun run = new TestRun();
    private final List<Duration> arrivals = new ArrayList<>();

    @AfterEach
    void close() {
        api.close();
    }

    private ApiClient client(String configuration) {
        return new ApiClient(Limits.of(Settings.none()).ofClient(TestNode.of(configuration)), run);
    }

    private void read(ApiClient client, Authenticator auth, String... paths) {
        try (client) {
            ResourceClient things = client.resource("things", auth, Set.of(Origin.of(api.url())));
            for (String path : paths) {
                things.send(HttpRequest.get("things", api.url() + path));
            }
        }
    }

    private Answer recorded(Answer answer) {
        arrivals.add(Duration.between(java.time.Instant.parse("2026-01-01T00:00:00Z"), run.time.instant()));
        return answer;
    }

    private static Duration[] millis(long... values) {
        return java.util.Arrays.stream(values).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    @Test
    void waitsBeforeTheLimitIsExceededAndSaysSo() {
        api.otherwise(request -> recorded(OK));
        read(client("{\"rate_limit\": {\"requests\": 2, \"per\": \"1m\"}}"), Authenticator.none(), "/a", "/b", "/c");
        assertThat(arrivals).containsExactly(millis(0, 0, 60_001));
        assertThat(run.events(RunEvent.Waiting.class)).singleElement().satisfies(waiting -> {
            assertThat(waiting.resource()).isEqualTo("things");
            assertThat(waiting.reason()).isEqualTo("rate_limit allows 2 requests per 1m");
            assertThat(waiting.until()).isEqualTo(run.time.instant());
        });
    }

    @Test
    void keepsQuietAboutShortWaits() {
        api.otherwise(request -> recorded(OK));
        read(client("{\"rate_limit\": {\"requests\": 1, \"per\": \"500ms\"}}"), Authenticator.none(), "/a", "/b");
        assertThat(arrivals).containsExactly(millis(0, 501));
        assertThat(run.events(RunEvent.Waiting.class)).isEmpty();
    }

    @Test
    void countsRepetitionsAndRedirects() {
        api.on("/a", Answer.redirect("/b"));
        api.on("/b", Answer.status(500), OK);
        read(
                client("{\"rate_limit\": {\"requests\": 1, \"per\": 10}, \"retry\": {\"backoff_factor\": 0}}"),
                Authenticator.none(),
                "/a");
        assertThat(api.requests()).hasSize(4);
        assertThat(run.time.instant()).isEqualTo("2026-01-01T00:00:30.003Z");
    }

    @Test
    void countsTokenRequests() {
        api.on("/token", Answer.json("{\"access_token\": \"t0k3n\"}")).on("/a", OK);
        Authenticator auth = Authenticators.create(
                TestNode.of("{\"type\": \"oauth2_client_credentials\", \"access_token_url\": \"" + api.url()
                        + "/token\", \"client_id\": \"i\", \"client_secret\": \"s3cret\"}"),
                TestNode.context(Settings.none()));
        read(client("{\"rate_limit\": {\"requests\": 1, \"per\": 10}}"), auth, "/a");
        assertThat(run.time.instant()).isEqualTo("2026-01-01T00:00:10.001Z");
    }

    @Test
    void waitsForTheResetWhenTheServerAllowsNoMore() {
        api.on("/a", OK.header("X-RateLimit-Remaining", "0").header("X-RateLimit-Reset", "1767225642"));
        api.otherwise(request -> recorded(OK));
        read(client("{}"), Authenticator.none(), "/a", "/b");
        assertThat(arrivals).containsExactly(millis(42_000));
        assertThat(run.events(RunEvent.Waiting.class))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason()).contains("the API allows no more requests"));
    }

    @Test
    void doesNotWaitForAServerThatAllowsMore() {
        api.on("/a", OK.header("X-RateLimit-Remaining", "1").header("X-RateLimit-Reset", "60"), OK);
        read(client("{}"), Authenticator.none(), "/a", "/a");
        assertThat(run.time.sleeps()).isEmpty();
    }

    @Test
    void waitsNoLongerThanAllowed() {
        api.on("/a", OK.header("RateLimit", "\"day\";r=0;t=86400"), OK);
        read(client("{\"retry\": {\"max_wait\": \"20s\"}}"), Authenticator.none(), "/a", "/a");
        assertThat(run.time.sleeps()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void triesAgainAtTheResetWhenARefusalNamesNoOtherTime() {
        api.on("/a", Answer.status(429).header("X-RateLimit-Reset", "7"), OK);
        read(client("{}"), Authenticator.none(), "/a");
        assertThat(run.time.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void waitsOnlyForTheServerThatAskedForIt() {
        api.on("/a", OK.header("RateLimit", "\"day\";r=0;t=60"), OK);
        ApiClient client = client("{}");
        try (client) {
            ResourceClient things = client.resource("things", Authenticator.none(), Set.of());
            things.send(HttpRequest.get("things", api.url() + "/a"));
            things.send(HttpRequest.get("things", api.otherUrl() + "/a"));
        }
        assertThat(run.time.sleeps()).isEmpty();
    }

    @Test
    void aRefusalHoldsAllRequestsToThatServerBack() {
        api.on("/a", Answer.status(429).header("Retry-After", "30"));
        api.otherwise(request -> recorded(OK));
        try (ApiClient client = client("{\"retry\": {\"max_attempts\": 1}}")) {
            ResourceClient first = client.resource("a", Authenticator.none(), Set.of());
            org.assertj.core.api.Assertions.assertThatThrownBy(
                    () -> first.send(HttpRequest.get("a", api.url() + "/a")));
            client.resource("b", Authenticator.none(), Set.of()).send(HttpRequest.get("b", api.url() + "/b"));
        }
        assertThat(arrivals).containsExactly(millis(30_000));
    }
}
