package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.FailureKind;
import dev.headrace.InterruptedRunException;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.Answer.Delivery;
import dev.headrace.testkit.api.FakeApi;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClientTest {

    private static final Answer OK = Answer.json("[1]");

    private final FakeApi api = FakeApi.start();
    private final TestRun run = new TestRun();
    private final ApiClient client = new ApiClient(RetryPolicy.ofDefaults(), run);
    private final ResourceClient things = client.resource("things", Authenticator.none(), Set.of(Origin.of(api.url())));

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    @Test
    void triesAgainAfterFailuresWithDoublingWaits() {
        api.on("/x", Answer.status(500), Answer.status(429), Answer.status(599), Answer.reset(), OK);
        assertThat(things.send(get("/x")).text()).isEqualTo("[1]");
        assertThat(run.time.sleeps())
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void hidesSecretsBeforeAnAnswerIsCut() {
        run.redactor().learn(dev.headrace.Secret.of("s3cr3t-abc"));
        for (int shift = 0; shift < 12; shift++) {
            String blanks = " ".repeat(1200 - 294 - shift);
            api.on("/x", Answer.status(400).body("y".repeat(294 - shift) + blanks + "s3cr3t-abc and more of it"));
            assertThatThrownBy(() -> things.send(get("/x"))).message().doesNotContain("s3c");
        }
    }

    @Test
    void fetchedBodiesStayWhileOthersAreFetched() {
        String large = "[" + " ".repeat(2 << 20) + "]";
        api.on("/x", Answer.json("[1]"), Answer.json(large), Answer.json("[2]"));
        List<HttpResponse> answers = Stream.generate(() -> things.fetch(get("/x"), ResponseRule.none()))
                .limit(3)
                .flatMap(Optional::stream)
                .toList();
        assertThat(answers).extracting(HttpResponse::text).containsExactly("[1]", large, "[2]");
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_CHUNK", "TOO_SHORT", "RESET"})
    void triesAgainAfterBrokenAnswers(Delivery delivery) {
        api.on("/x", OK.delivered(delivery), OK);
        assertThat(things.send(get("/x")).text()).isEqualTo("[1]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "' 7 ', 7",
        "999, 300",
        "-5, 0",
        "1.5, 2",
        "'  2.0 ', 2",
        "0.2, 1",
        "-0.5, 0",
        "soon, 1",
        "'', 1",
        "1.2.3, 1",
        "1e2, 1",
        "99999999999999999999, 1",
        "1m30s, 90",
        "'5, 5', 5",
        "1767225640, 40",
        "1767225640000, 40",
        "1000000000, 0",
        "'Thu, 01 Jan 2026 00:00:20 GMT', 20",
        "'Thursday, 01-Jan-26 00:00:20 GMT', 20",
        "'Thu, 01 Jan 2026 00:00:20 UTC', 20",
        "'2026-01-01T00:00:20.5Z', 21",
        "'Wed, 31 Dec 2025 00:00:00 GMT', 0",
        "'Thu, 01 Jan 2099 00:00:00 GMT', 300",
    })
    void waitsAsLongAsTheApiAsks(String header, long seconds) {
        api.on("/x", Answer.status(503).header("Retry-After", header), OK);
        things.send(get("/x"));
        assertThat(run.time.sleeps()).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void tellsForWhatAndHowLongItWaits() {
        api.on("/x", Answer.status(503), OK);
        things.send(get("/x").withParam("token", "abc"));
        assertThat(run.events).singleElement().isInstanceOfSatisfying(RunEvent.Retrying.class, retrying -> {
            assertThat(retrying.resource()).isEqualTo("things");
            assertThat(retrying.reason()).contains("/x?token=***", "503");
            assertThat(retrying.attempt()).isEqualTo(1);
            assertThat(retrying.attempts()).isEqualTo(5);
            assertThat(retrying.delay()).isEqualTo(Duration.ofSeconds(1));
            assertThat(retrying.until()).isEqualTo(run.time.instant());
        });
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysEverything() {
        api.on("/x", Answer.json("{\"error\": \"down\", \"token\": \"abc\"}").withStatus(503));
        SourceException failure = failure(get("/x").withParam("api_key", "s3cret"));
        assertThat(failure.kind()).isEqualTo(FailureKind.HTTP);
        assertThat(failure)
                .hasMessageStartingWith("Cannot read resource 'things': GET " + api.url()
                        + "/x?api_key=*** answered 503 (Scripted) after 5 attempts. The answer: {\"error\": \"down\","
                        + " \"token\": \"***\"}")
                .hasMessageContaining("client.retry");
        assertThat(api.requests()).hasSize(5);
    }

    @Test
    void givesUpOnAServerThatCannotBeReached() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        SourceException failure = failure(HttpRequest.get("things", "http://127.0.0.1:" + port + "/x"));
        assertThat(failure.kind()).isEqualTo(FailureKind.HTTP);
        assertThat(failure).hasMessageContaining("after 5 attempts").hasMessageContaining("Connection refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 410, 425})
    void doesNotTryAgainWhatWillNotGetBetter(int status) {
        api.on("/x", Answer.status(status));
        assertThat(failure(get("/x")))
                .hasMessageContaining("answered " + status)
                .hasMessageNotContaining("attempts");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void doesNotTryAgainABodyThatCannotBeDecoded() {
        api.on("/x", OK.header("Content-Encoding", "gzip"));
        assertThat(failure(get("/x"))).hasMessageContaining("no valid gzip");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void eachRequestHasAttemptsOfItsOwn() {
        RetryPolicy twice = new RetryPolicy(2, 0, 0, Duration.ofSeconds(1), Set.of(500), Set.of("GET"));
        try (ApiClient impatient = new ApiClient(twice, run)) {
            ResourceClient resource = impatient.resource("r", Authenticator.none(), Set.of());
            api.on("/x", Answer.status(500), OK).on("/y", Answer.status(500), OK);
            resource.send(get("/x"));
            resource.send(get("/y"));
        }
        assertThat(api.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 500})
    void aRuleCanIgnoreAnyAnswerWithoutAnotherAttempt(int status) {
        api.on("/x", OK.withStatus(status).header("Location", "/y"));
        assertThat(things.send(get("/x"), response -> new Verdict.Ignore())).isEmpty();
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void sendsTheDefaultHeaders() {
        api.on("/x", OK);
        things.send(get("/x").withHeader("user-agent", "mine").withHeader("Accept", null));
        assertThat(api.requests().get(0).header("User-Agent")).contains("mine");
        assertThat(api.requests().get(0).header("Accept")).isEmpty();
        assertThat(api.requests().get(0).header("Accept-Encoding")).contains("identity");
        things.send(get("/x"));
        assertThat(api.requests().get(1).header("User-Agent").orElse("")).startsWith("headrace/");
        assertThat(api.requests().get(1).header("Accept")).contains("*/*");
    }

    @Test
    void namesTheTypeOfTheBodyUnlessAHeaderDoes() {
        api.on("/x", OK);
        HttpRequest post =
                new HttpRequest("things", "POST", api.url() + "/x", get("/x").params(), Headers.none(), Body.none());
        things.send(post);
        things.send(post.withBody(Body.json(java.util.Map.of())));
        things.send(post.withBody(Body.json(1L)).withHeader("content-type", "application/vnd.x+json"));
        things.send(post.withBody(Body.raw("a")));
        assertThat(api.requests())
                .extracting(r -> r.contentType() + " " + r.bodyText())
                .containsExactly(" ", "application/json {}", "application/vnd.x+json 1", " a");
    }

    @Test
    void stopsWaitingWhenTheRunIsAskedToStop() {
        api.on("/x", Answer.status(503));
        run.stop();
        assertThatThrownBy(() -> things.send(get("/x"))).isInstanceOf(InterruptedRunException.class);
        assertThat(run.time.sleeps()).isEmpty();
    }

    @Test
    void refusesWhatIsNoHttpUrl() {
        assertThat(failure(HttpRequest.get("things", "ftp://h/x"))).hasMessageContaining("no http or https URL");
        assertThat(failure(HttpRequest.get("things", "http://[bad/x"))).hasMessageContaining("no valid URL");
    }

    private HttpRequest get(String path) {
        return HttpRequest.get("things", api.url() + path);
    }

    private SourceException failure(HttpRequest request) {
        return catchThrowableOfType(SourceException.class, () -> things.send(request));
    }
}
