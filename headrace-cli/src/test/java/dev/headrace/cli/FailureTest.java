package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonTree;
import dev.headrace.testkit.api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** APIs that are down, slow or wrong, and what is left of the destination. */
class FailureTest extends CommandLineTest {

    private static final String PATH = "/v1/events";
    private static final Answer GOOD = Answer.json("[{\"id\": 1, \"name\": \"one\"}, {\"id\": 2, \"name\": \"two\"}]");

    @BeforeEach
    void open() {
        shell.write("events.yml", configuration(""));
    }

    static Stream<Answer> faults() {
        return Stream.of(
                Answer.status(503),
                Answer.status(500).body("<h1>Sorry</h1>"),
                Answer.status(429),
                Answer.reset(),
                GOOD.delivered(Answer.Delivery.BROKEN_CHUNK),
                GOOD.delivered(Answer.Delivery.TOO_SHORT));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void retriesFaultsWithGrowingWaitsAndThenLoads(Answer fault) {
        api.on(PATH, fault, fault, fault, fault, GOOD);
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(shell.clock().sleeps()).isEqualTo(seconds(1, 2, 4, 8));
        assertThat(database().rows("SELECT id, name FROM events_dataset.events ORDER BY id"))
                .containsExactly("1|one", "2|two");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void givesUpAfterFiveAttemptsAndLeavesTheDestinationAsItWas(Answer fault) {
        api.on(PATH, GOOD);
        assertThat(shell.headrace("run", "events.yml").exit()).isZero();
        String before = database().contents();

        api.reset();
        api.on(PATH, fault);
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("events", "GET " + api.url() + PATH, "5 attempts")
                .doesNotContain("\tat ");
        assertThat(api.requests()).hasSize(5);
        assertThat(database().contents()).isEqualTo(before);
    }

    @Test
    void namesTheStatusAndHidesTheKeyInTheRequest() {
        shell.write(
                "events.yml",
                configuration("\n  auth: {type: api_key, name: api_key, location: query, api_key: very-secret}"));
        api.on(PATH, Answer.status(503).body("{\"why\": \"maintenance\"}"));
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.err())
                .contains("503", "GET " + api.url() + PATH, "maintenance")
                .doesNotContain("very-secret");
    }

    @Test
    void retriesWhenTheServerStalls() {
        shell.export("RUNTIME__REQUEST_TIMEOUT", "1");
        api.on(PATH, GOOD.delivered(Answer.Delivery.STALLED), GOOD.after(Duration.ofMinutes(1)), GOOD);
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(done.exit()).as(done.err()).isZero();
        // On a machine that stands still for a second, a good answer comes too late too.
        List<Duration> sleeps = shell.clock().sleeps();
        assertThat(sleeps).hasSizeGreaterThanOrEqualTo(2);
        assertThat(sleeps).isEqualTo(seconds(1, 2, 4, 8).subList(0, sleeps.size()));
    }

    @Test
    void waitsAsLongAsTheServerAsksFor() {
        api.on(PATH, Answer.status(429).header("Retry-After", "37"), GOOD);
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(shell.clock().sleeps()).isEqualTo(seconds(37));
        assertThat(done.err().lines().filter(line -> line.contains("429")))
                .containsExactly("events: GET " + api.url() + PATH + " answered 429 (Scripted)"
                        + " (attempt 1 of 5); trying again in 37 s, at 00:00:37");
        assertThat(done.err()).doesNotContain("waiting");
    }

    @Test
    void tellsEachAttemptToReachAnUnknownHostAlike() {
        Shell.Output failed = shell.headrace("run", "events.yml", "--set", "client.base_url=http://nowhere.invalid");
        assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err().lines().filter(line -> line.contains("trying again")))
                .hasSize(4)
                .allMatch(line -> line.contains(" failed: unknown host nowhere.invalid (attempt "));
        assertThat(failed.err()).contains("failed: unknown host nowhere.invalid after 5 attempts.");
    }

    @Test
    void doesNotRetryWhatCannotGetBetter() {
        api.on(PATH, Answer.status(403));
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err()).contains("403");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void takesTheNumberOfAttemptsAndTheFactorFromTheEnvironment() {
        shell.export("RUNTIME__REQUEST_MAX_ATTEMPTS", "3").export("RUNTIME__REQUEST_BACKOFF_FACTOR", "3");
        api.on(PATH, Answer.status(503));
        assertThat(shell.headrace("run", "events.yml").exit()).isEqualTo(ExitCode.FAILED);
        assertThat(api.requests()).hasSize(3);
        assertThat(shell.clock().sleeps()).isEqualTo(seconds(3, 6));
    }

    @Test
    void letsTheFileWinOverTheEnvironment() {
        shell.export("RUNTIME__REQUEST_MAX_ATTEMPTS", "9").export("RUNTIME__REQUEST_BACKOFF_FACTOR", "7");
        shell.write("events.yml", configuration("\n  retry: {max_retries: 3, backoff_factor: 2, statuses: [418]}"));
        api.on(PATH, Answer.status(418));
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.err()).contains("4 attempts", "418");
        assertThat(api.requests()).hasSize(4);
        assertThat(shell.clock().sleeps()).isEqualTo(seconds(2, 4, 8));
    }

    @Test
    void doesNotRetryStatusesThatTheFileLeavesOut() {
        shell.write("events.yml", configuration("\n  retry: {max_retries: 3, statuses: [418]}"));
        api.on(PATH, Answer.status(503));
        assertThat(shell.headrace("run", "events.yml").exit()).isEqualTo(ExitCode.FAILED);
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void loadsNothingOfAResourceThatBreaksOnItsThirdPage() {
        try (PagedApi paged = new PagedApi("data", 2, true)) {
            paged.holds(List.of("{\"id\": 1}", "{\"id\": 2}", "{\"id\": 3}", "{\"id\": 4}"));
            shell.write("paged.yml", """
                    client: {base_url: %s, paginator: {type: offset, limit: 2}}
                    resources: [{name: events, primary_key: id, write_disposition: merge, endpoint: /v1/events}]
                    """.formatted(paged.url()));
            paged.letsIn(request -> !request.param("offset").equals(java.util.Optional.of("2")));
            Shell.Output failed = shell.headrace("run", "paged.yml");
            assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(failed.err()).contains("401", "offset=2");
            paged.letsIn(request -> true);
            assertThat(shell.headrace("run", "paged.yml").exit()).isZero();
            assertThat(new Database(shell.path("paged.duckdb")).count("paged_dataset.events"))
                    .isEqualTo(4);
        }
    }

    @Test
    void reportsTheFailureForOtherPrograms() {
        api.on(PATH, Answer.status(503));
        Shell.Output failed = shell.headrace("run", "events.yml", "--report", "report.json", "--json");
        Map<?, ?> report = (Map<?, ?>)
                Objects.requireNonNull(JsonTree.parse(shell.read("report.json")).toJava());
        assertThat(report.get("error")).isInstanceOfSatisfying(Map.class, error -> {
            assertThat(error.get("phase")).isEqualTo("extract");
            assertThat(String.valueOf(error.get("kind"))).isNotBlank().isNotEqualTo("null");
            assertThat(String.valueOf(error.get("message"))).contains("503");
        });
        assertThat(JsonTree.parse(failed.out()).toJava()).isEqualTo(report);
    }

    @Test
    void saysWhatIsWrongWithAPageThatIsNoJson() {
        api.on(PATH, Answer.status(200).body("<html>Log in first</html>"));
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err()).contains("events", PATH, "JSON").doesNotContain("\tat ");
    }

    @Test
    void saysThatNobodyListens() {
        api.close();
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err()).contains("events", api.url(), "5 attempts");
    }

    @Test
    void stopsBetweenPagesWhenInterrupted() {
        api.on(PATH, GOOD);
        api.otherwise(request -> GOOD);
        shell.interrupt();
        Shell.Output stopped = shell.headrace("run", "events.yml", "--report", "report.json");
        assertThat(stopped.exit()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(shell.read("report.json")).contains("\"kind\":\"interrupted\"");
        assertThat(stopped.err()).contains("error: ").doesNotContain("\tat ");
    }

    private String configuration(String client) {
        return """
                client:
                  base_url: %s%s
                resources:
                  - name: events
                    primary_key: id
                    write_disposition: merge
                    endpoint: {path: /v1/events, data_selector: $, paginator: single_page}
                """.formatted(api.url(), client);
    }

    private Database database() {
        return new Database(shell.path("events.duckdb"));
    }

    private static List<Duration> seconds(int... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }
}
