package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a process of its own that is killed while it loads a package that takes rows away. */
class KilledDeletesTest {

    private static final int ROUNDS = Integer.getInteger("headrace.kills", 1);
    private static final int LATEST_KILL = 1500;
    private static final int RECORDS = 10_000;
    private static final int EACH_GONE = 10;
    private static final int NEW = 500;
    private static final int PAGE = 5_000;

    private final FakeApi api = FakeApi.start();
    private volatile boolean later;

    @TempDir
    Path temp;

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"soft, false", "hard, false", "soft, true", "hard, true"})
    @Timeout(600)
    void leavesWhatAnUndisturbedRunLeaves(String rule, boolean postgres) throws Exception {
        api.otherwise(request -> page(Integer.parseInt(request.param("offset").orElse("0"))));
        Random random = new Random();
        List<String> whole = load(rule, postgres, "whole", -1);
        for (int round = 0; round < ROUNDS; round++) {
            int millis = random.nextInt(LATEST_KILL);
            List<String> killed = load(rule, postgres, "killed" + round, millis);
            assertThat(killed).as("killed after %d ms", millis).isEqualTo(whole);
        }
    }

    /** @param millis from the moment when the package is complete to the kill; below 0: none */
    private List<String> load(String rule, boolean postgres, String name, int millis) throws Exception {
        Shell shell = new Shell(Files.createDirectories(temp.resolve(name)));
        write(shell, rule, postgres ? emptyDatabase() : "duckdb:events.duckdb");
        later = false;
        run(shell);
        later = true;
        if (millis >= 0) {
            Process process = new ChildProgram(shell, List.of()).start(Main.class.getName(), "run", "events.yml");
            awaitPackage(shell, process);
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            List<String> gone = ask(shell, postgres, gone(rule));
            System.out.println("KilledDeletesTest: " + rule + (postgres ? ", PostgreSQL" : ", DuckDB")
                    + ", killed after " + millis + " ms: " + gone + " rows were gone");
            assertThat(gone).isSubsetOf("0", String.valueOf(RECORDS / EACH_GONE));
        }
        run(shell);
        List<String> found = new ArrayList<>(ask(shell, postgres, gone(rule)));
        found.addAll(ask(shell, postgres, rows(rule)));
        found.addAll(ask(shell, postgres, "SELECT count(*), count(DISTINCT _dlt_id) FROM d.events__tags"));
        assertThat(found.get(0)).isEqualTo(String.valueOf(RECORDS / EACH_GONE));
        return found;
    }

    private static String emptyDatabase() {
        return PostgresServer.url(PostgresServer.USER, PostgresServer.emptyDatabase());
    }

    private void write(Shell shell, String rule, String destination) {
        shell.write("events.yml", """
                pipeline: events
                dataset: d
                destination: "%s"
                source:
                  client: {base_url: %s}
                  resources:
                    - name: events
                      primary_key: id
                      write_disposition: merge
                      deletes: %s
                      endpoint: {path: /events, data_selector: data, paginator: {type: offset, limit: %d}}
                """.formatted(destination, api.url(), rule, PAGE));
    }

    private static void run(Shell shell) {
        Shell.Output done = shell.headrace("run", "events.yml", "--wait", "60s");
        assertThat(done.exit()).as(done.err()).isZero();
    }

    /** How many rows are marked, or are not there. */
    private static String gone(String rule) {
        return rule.equals("soft")
                ? "SELECT count(*) FROM d.events WHERE _headrace_deleted_at IS NOT NULL"
                : "SELECT " + RECORDS + " - count(*) FROM d.events WHERE id < " + RECORDS;
    }

    private static String rows(String rule) {
        return "SELECT id, name" + (rule.equals("soft") ? ", _headrace_deleted_at IS NOT NULL" : "")
                + " FROM d.events ORDER BY id";
    }

    private static List<String> ask(Shell shell, boolean postgres, String query) throws SQLException {
        if (!postgres) {
            return new Database(shell.path("events.duckdb")).rows(query);
        }
        List<String> rows = new ArrayList<>();
        try (Connection connection = PostgresServer.connect(PostgresServer.USER);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(result.getString(i));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    private static void awaitPackage(Shell shell, Process process) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!isComplete(shell) && process.isAlive() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static boolean isComplete(Shell shell) {
        try (Stream<Path> files = Files.walk(shell.path(".headrace/pipelines"))) {
            return files.map(Path::toString)
                    .anyMatch(file -> file.contains("manifest") && !file.contains("/committed/"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false; // files come and go
        }
    }

    private Answer page(int offset) {
        List<Integer> ids = IntStream.range(0, later ? RECORDS + NEW : RECORDS)
                .filter(id -> !later || id >= RECORDS || id % EACH_GONE != 0)
                .boxed()
                .toList();
        String data = ids.subList(Math.min(offset, ids.size()), Math.min(offset + PAGE, ids.size())).stream()
                .map(id -> "{\"id\": " + id + ", \"name\": \"event " + later + "\", \"tags\": [\"a\", \"b\"]}")
                .collect(Collectors.joining(", "));
        return Answer.json("{\"total\": " + ids.size() + ", \"data\": [" + data + "]}");
    }
}
