package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as people find them, from the file to the rows. */
class SeedDocumentsTest {

    private static final String EVENTS = "000_466166e485d2cc67.txt";
    private static final String CALENDAR = "004_d5fdd42b7d587ef1.txt";
    private static final String KEY = "s3cret-key-of-the-api";
    private static final String CLIENT_SECRET = "s3cret-of-the-client";
    private static final String TOKEN = "t0ken-that-was-issued";

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVENTS,
                "001_d0cafc2d376f2708.txt",
                "002_259b5920e6490f00.txt",
                "003_fb355eb90652d90d.txt",
            })
    void loadsDocumentsWithAnApiKeyAndMergesChanges(String document) {
        String table = document.equals(EVENTS) ? "events" : "resource_name";
        Shell shell = shell(document).export("API_KEY", KEY);
        try (PagedApi api = keyedApi(true)) {
            api.holds(records("id", 250, "planned"));
            Shell.Output first = run(shell, document, api);
            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(api.api().requests()).allMatch(r -> r.path().equals(pathOf(table)));

            List<String> changed = new ArrayList<>(records("id", 260, "planned"));
            changed.set(6, "{\"id\": 7, \"status\": \"moved\", \"attendees\": [{\"name\": \"Only\"}]}");
            api.holds(changed);
            Shell.Output second = run(shell, document, api);
            assertThat(second.exit()).as(second.err()).isZero();
        }
        assertThat(rows(shell, "SELECT count(*), count(DISTINCT id), max(id) FROM data." + table))
                .containsExactly("260|260|260");
        assertThat(rows(shell, "SELECT id FROM data." + table + " WHERE status = 'moved'"))
                .containsExactly("7");
        assertThat(rows(shell, attendeesOf(table, "id", 7))).containsExactly("Only|0");
        assertThat(rows(shell, attendeesOf(table, "id", 8))).containsExactly("A8|0", "B8|1");
        assertThat(rows(shell, "SELECT count(*) FROM data." + table + "__attendees"))
                .containsExactly("519");
    }

    @Test
    void goesOnAfterShortPagesUntilAnEmptyOneWhenNoTotalIsToldAndSaysSoOnce() {
        Shell shell = shell(EVENTS).export("API_KEY", KEY);
        try (PagedApi api = keyedApi(false)) {
            List<String> withHoles = new ArrayList<>(records("id", 250, "planned"));
            Collections.fill(withHoles.subList(20, 50), "");
            Collections.fill(withHoles.subList(150, 199), "");
            Shell.Output done = run(shell, EVENTS, api.holds(withHoles));
            assertThat(done.exit()).as(done.err()).isZero();
            assertThat(done.err().lines().filter(line -> line.contains("'total'")))
                    .hasSize(1);
            assertThat(api.api().requests())
                    .extracting(r -> r.param("offset").orElse(""))
                    .containsExactly("0", "100", "200", "300");
        }
        assertThat(rows(shell, "SELECT count(DISTINCT id) FROM data.events")).containsExactly("171");
    }

    @Test
    void warnsWhenTheServerGivesLessThanTheLimitAndLoadsAllWithItsLimit() {
        Shell shell = shell(EVENTS).export("API_KEY", KEY);
        try (PagedApi api = new PagedApi("data", 30, true)) {
            api.holds(records("id", 250, "planned"));
            Shell.Output warned = run(shell, EVENTS, api);
            assertThat(warned.err()).contains("30 records where 100 were asked for", "Set 'limit'");
            String limit = "resources.events.endpoint.paginator.limit=30";
            assertThat(run(shell, EVENTS, api, "--set", limit).exit()).isZero();
        }
        assertThat(rows(shell, "SELECT count(*), count(DISTINCT id) FROM data.events"))
                .containsExactly("250|250");
    }

    @Test
    void loadsTheCalendarWithATokenOfItsOwn() {
        Shell shell = shell(CALENDAR).export("CLIENT_ID", "the-client").export("CLIENT_SECRET", CLIENT_SECRET);
        try (PagedApi api = new PagedApi("items", 100, false)) {
            api.api().on("/oauth/token", Answer.json("{\"access_token\": \"" + TOKEN + "\", \"expires_in\": 3600}"));
            api.letsIn(r -> r.header("Authorization")
                            .filter(("Bearer " + TOKEN)::equals)
                            .isPresent())
                    .holds(records("event_id", 100, "planned"));
            Shell.Output done =
                    run(shell, CALENDAR, api, "--set", "client.auth.token_url=" + api.url() + "/oauth/token");
            assertThat(done.exit()).as(done.err()).isZero();
            RecordedRequest token = api.api().requests("/oauth/token").get(0);
            assertThat(token.form()).contains(Map.entry("grant_type", "client_credentials"));
            assertThat(api.api().requests("/oauth/token")).hasSize(1);
        }
        assertThat(rows(shell, "SELECT count(DISTINCT event_id) FROM data.calendar_events"))
                .containsExactly("100");
        assertThat(rows(shell, attendeesOf("calendar_events", "event_id", 3))).containsExactly("A3|0", "B3|1");
    }

    @ParameterizedTest
    @ValueSource(strings = {".headrace/secrets.toml", ".dlt/secrets.toml"})
    void findsSecretsInFilesOfTheFolder(String file) {
        Shell shell = shell(EVENTS);
        shell.write(file, "api_key = \"" + KEY + "\"\n");
        assertLoads(shell);
    }

    @ParameterizedTest
    @ValueSource(strings = {".headrace/secrets.toml", ".dlt/secrets.toml"})
    void findsSecretsInFilesOfTheHome(String file) {
        Shell shell = shell(EVENTS);
        Shell.write(shell.home().resolve(file), "api_key = \"" + KEY + "\"\n");
        assertLoads(shell);
    }

    private static void assertLoads(Shell shell) {
        try (PagedApi api = keyedApi(true)) {
            Shell.Output done = run(shell, EVENTS, api.holds(records("id", 3, "planned")));
            assertThat(done.exit()).as(done.err()).isZero();
        }
    }

    @Test
    void namesEveryPlaceWhereAMissingSecretWasLookedFor() {
        Shell shell = shell(EVENTS);
        try (PagedApi api = keyedApi(true)) {
            Shell.Output refused = run(shell, EVENTS, api);
            assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_CALL);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .contains("api_key", "API_KEY", ".headrace/secrets.toml", ".dlt/secrets.toml")
                    .doesNotContain("\tat ");
            assertThat(api.api().requests()).isEmpty();
        }
    }

    @Test
    void namesTheSecretThatTheCalendarMisses() {
        Shell shell = shell(CALENDAR);
        try (PagedApi api = keyedApi(true)) {
            Shell.Output refused = run(shell, CALENDAR, api);
            assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_CALL);
            assertThat(refused.err()).contains("CLIENT_ID", CALENDAR + ":16:26");
        }
    }

    @Test
    void writesSecretsNowhere() throws IOException {
        Shell shell = shell(EVENTS).export("API_KEY", KEY);
        try (PagedApi api = keyedApi(false)) {
            Shell.Output done = run(shell, EVENTS, api.holds(records("id", 30, "planned")), "--report", "report.json");
            api.api()
                    .otherwise(request ->
                            Answer.json("{\"oops\": \"" + KEY + "\"}").withStatus(403));
            Shell.Output failed = run(shell, EVENTS, api, "--report", "failed.json");
            assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(done.all() + failed.all()).doesNotContain(KEY);
        }
        try (Stream<Path> files = Files.walk(shell.folder())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(KEY));
        }
    }

    @Test
    void writesTokensNowhere() throws IOException {
        Shell shell = shell(CALENDAR).export("CLIENT_ID", "the-client").export("CLIENT_SECRET", CLIENT_SECRET);
        try (PagedApi api = new PagedApi("items", 100, false)) {
            api.api()
                    .on(
                            "/oauth/token",
                            Answer.json("{\"error\": \"" + CLIENT_SECRET + " is wrong\"}")
                                    .withStatus(401));
            Shell.Output failed =
                    run(shell, CALENDAR, api, "--set", "client.auth.token_url=" + api.url() + "/oauth/token");
            assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(failed.all()).contains("/oauth/token", "401").doesNotContain(CLIENT_SECRET);
        }
    }

    private Shell shell(String document) {
        Shell shell = new Shell(temp);
        try (InputStream in = SeedDocumentsTest.class.getResourceAsStream("/seeds/" + document)) {
            shell.write(document, new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return shell;
    }

    private static PagedApi keyedApi(boolean tellsTotal) {
        return new PagedApi("data", 100, tellsTotal)
                .letsIn(r -> r.param("api_key").filter(KEY::equals).isPresent());
    }

    private static Shell.Output run(Shell shell, String document, PagedApi api, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", document, "--pipeline", "seeds", "--dataset", "data"));
        arguments.addAll(List.of("--set", "client.base_url=" + api.url()));
        arguments.addAll(List.of(more));
        return shell.headrace(arguments.toArray(String[]::new));
    }

    private static List<String> rows(Shell shell, String query) {
        return new Database(shell.path("seeds.duckdb")).rows(query);
    }

    private static List<String> records(String key, int count, String status) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"" + key + "\": " + i + ", \"status\": \"" + status
                        + "\", \"attendees\": [{\"name\": \"A" + i + "\"}, {\"name\": \"B" + i + "\"}]}")
                .toList();
    }

    private static String attendeesOf(String table, String key, int id) {
        return "SELECT a.name, a._dlt_list_idx FROM data." + table + "__attendees a JOIN data." + table
                + " r ON a._dlt_parent_id = r._dlt_id WHERE r." + key + " = " + id + " ORDER BY ALL";
    }

    private static String pathOf(String table) {
        return table.equals("events") ? "/v1/events" : "/v1/resource";
    }
}
