package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.json.JsonTree;
import dev.headrace.testkit.api.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print, and where. */
class OutputTest extends CommandLineTest {

    @BeforeEach
    void open() {
        shell.write("events.yml", """
                client: {base_url: %s, paginator: {type: offset, limit: 2}}
                resources:
                  - name: events
                    primary_key: id
                    write_disposition: merge
                    endpoint: {path: /events, data_selector: data}
                """.formatted(api.url()));
        api.on("/events", page("{\"id\": 1, \"tags\": [\"a\"]}, {\"id\": 2}"), page("{\"id\": 3}"));
    }

    private static Answer page(String records) {
        return Answer.json("{\"total\": 3, \"data\": [" + records + "]}");
    }

    @Test
    void endsWithATableOfWhatWasLoaded() {
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(withoutTimes(done.out())).isEqualTo("""
                table         rows in  rows now  new columns    time
                ----------------------------------------------------
                events              3         3  (new table)  T.TT s
                events__tags        1         1  (new table)  T.TT s

                4 rows into %s, dataset events_dataset, in T.TT s.
                """.formatted(shell.path("events.duckdb")));
    }

    @Test
    void namesNewColumnsInTheTable() {
        shell.headrace("run", "events.yml");
        api.reset();
        api.on("/events", page("{\"id\": 1, \"room\": \"Oslo\", \"seats\": 4}"), page("{\"id\": 3}"));
        assertThat(shell.headrace("run", "events.yml").out()).contains("room, seats");
    }

    @Test
    void tellsProgressInPlainLinesOnStandardError() {
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(done.err()
                        .lines()
                        .map(line -> line.replaceAll("\\d{7,}\\.\\d+", "ID").replaceAll("[\\d.]+ kB", "N kB")))
                .containsExactly(
                        "Pipeline events: events -> duckdb, dataset events_dataset",
                        "events  2 pages  3 records of 3  done",
                        "Package ID: 4 rows, N kB, on disk.");
        assertThat(done.all()).doesNotContain("\u001b", "\r");
    }

    @Test
    void quotesServersWithoutWhatTheySayToTheTerminal() {
        api.on("/events", Answer.json("\u001b[31mred\u0007\r\nand\rmore"));
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.err())
                .contains("The body begins: .[31mred.\r\nand.more")
                .doesNotContain("\u001b", "\u0007");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80})
    void redrawsLinesThatFitTheTerminal(int columns) {
        shell.onTerminal(columns);
        api.on("/events", Answer.status(503), page("{\"id\": 1}, {\"id\": 2}"), page("{\"id\": 3}"));
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.err()).contains("\u001b[2K");
        assertThat(done.out()).doesNotContain("\u001b");
        String[] drawn = done.err().split("\u001b\\[2K\r|\u001b\\[1A|\n");
        assertThat(drawn).anyMatch(line -> line.startsWith("events  2 pages".substring(0, Math.min(15, columns - 1))));
        assertThat(drawn)
                .filteredOn(line -> line.startsWith("events  "))
                .isNotEmpty()
                .allMatch(line -> line.length() < columns);
    }

    @Test
    void printsOneJsonObjectAndNothingElse() {
        Shell.Output done = shell.headrace("run", "events.yml", "--json", "--report", "report.json");
        assertThat(done.out().lines()).hasSize(1);
        Map<?, ?> report =
                (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(done.out()).toJava());
        assertThat(report.get("pipeline")).isEqualTo("events");
        assertThat(report.containsKey("error")).isFalse();
        assertThat(shell.read("report.json")).isEqualTo(done.out());
    }

    @Test
    void reportsFaultyConfigurationsToo() {
        shell.write("faulty.yml", "client: {}\n");
        Shell.Output refused = shell.headrace("run", "faulty.yml", "--json");
        assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_CALL);
        Map<?, ?> report =
                (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(refused.out()).toJava());
        assertThat(report.keySet()).hasToString("[error]");
    }

    @Test
    void saysWhenTheReportCannotBeWritten() {
        Shell.Output refused = shell.headrace("run", "events.yml", "--report", "no/such/folder/report.json");
        assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(refused.err()).contains("Cannot write the report", "no/such/folder", "its folder is not there");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void tellsWhatIsLoadedWhenTheReportCannotBeWrittenAfterwards() throws IOException {
        Path reports = Files.createDirectory(shell.path("reports"));
        shell.write("late.yml", """
                client: {base_url: %s, paginator: single_page}
                resources: [{name: late, endpoint: {path: /late, data_selector: data}}]
                """.formatted(api.url()));
        api.otherwise(request -> {
            reports.toFile().delete();
            return page("{\"id\": 1}");
        });
        Shell.Output done = shell.headrace("run", "late.yml", "--report", "reports/r.json");
        assertThat(done.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(done.out()).contains("late ");
        assertThat(done.err()).contains("error: The data is loaded. Cannot write the report to " + reports);
    }

    @Test
    void helpsWithEveryOption() {
        ProgramEnvironment environment = ProgramEnvironment.ofProcess(Sleeper.system(), () -> false);
        for (Command command : List.of(
                new RunCommand(environment),
                new CheckCommand(environment),
                new SchemaCommand(environment),
                new DemoCommand(environment))) {
            Shell.Output help = shell.headrace(command.name(), "--help");
            assertThat(help.exit()).isZero();
            assertThat(help.err()).isEmpty();
            assertThat(help.out()).contains("Usage: headrace " + command.name());
            for (Option option : command.options().all()) {
                assertThat(help.out()).contains("--" + option.getLongOpt());
            }
            assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "-h", "help"})
    void helpsWhenAskedAndWhenCalledWithNothing(String argument) {
        Shell.Output help = argument.isEmpty() ? shell.headrace() : shell.headrace(argument);
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("run FILE", "check FILE", "demo", "--version", "Exit codes");
    }

    @Test
    void tellsItsVersion() {
        assertThat(shell.headrace("--version").out()).matches("headrace \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @Test
    void suggestsTheNearestCommand() {
        Shell.Output refused = shell.headrace("chekc", "events.yml");
        assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(refused.err()).contains("'chekc'", "did you mean 'check'");
    }

    @Test
    void checksWithOneRequestAndLeavesNothingBehind() throws IOException {
        Shell.Output checked = shell.headrace("check", "events.yml");
        assertThat(checked.exit()).as(checked.err()).isZero();
        assertThat(checked.out()).contains("The configuration is right").containsPattern("events +2 +3");
        assertThat(api.requests()).hasSize(1);
        assertOnlyTheConfigurationIsThere();
    }

    @Test
    void checksOfflineWithoutARequest() throws IOException {
        assertThat(shell.headrace("check", "events.yml", "--offline").exit()).isZero();
        assertThat(api.requests()).isEmpty();
        assertOnlyTheConfigurationIsThere();
    }

    @Test
    void failsTheCheckWhenTheApiRefuses() {
        api.on("/events", Answer.status(401));
        Shell.Output checked = shell.headrace("check", "events.yml");
        assertThat(checked.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(checked.err()).contains("401", "events");
    }

    private void assertOnlyTheConfigurationIsThere() throws IOException {
        try (var files = Files.list(shell.folder())) {
            assertThat(files).containsExactly(shell.path("events.yml"));
        }
    }

    @Test
    void demonstratesTwiceInOneFolder() {
        Shell.Output first = shell.headrace("demo");
        assertThat(first.exit()).as(first.all()).isZero();
        Shell.Output second = shell.headrace("demo");
        assertThat(second.exit()).as(second.all()).isZero();
        assertThat(second.out()).contains("255 events, none twice", "confirmed | 250", "moved | 5");
        assertThat(new Database(shell.path("demo.duckdb")).count("calendar_data.events"))
                .isEqualTo(255);
    }

    @Test
    void keepsADemonstrationFileThatSomebodyEdited() {
        shell.headrace("demo");
        String edited = shell.read("demo.yml") + "# mine\n";
        shell.write("demo.yml", edited);
        Shell.Output again = shell.headrace("demo");
        assertThat(again.exit()).as(again.all()).isZero();
        assertThat(again.out()).contains("demo.yml was edited", "headrace demo --serve");
        assertThat(shell.read("demo.yml")).isEqualTo(edited).contains("headrace demo --serve");
    }

    @Test
    void servesTheCalendarUntilItIsInterrupted() {
        shell.interrupt();
        Shell.Output served = shell.headrace("demo", "--serve");
        assertThat(served.exit()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(served.out()).contains("http://127.0.0.1:", "headrace run demo.yml --set client.base_url=");
    }

    @Test
    void doesNotDemonstrateOnSomebodyElsesDatabase() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + shell.path("demo.duckdb"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mine AS SELECT 42 AS answer");
        }
        Shell.Output refused = shell.headrace("demo");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err()).contains("demo.duckdb", "another folder");
        assertThat(new Database(shell.path("demo.duckdb")).rows("SELECT answer FROM mine"))
                .containsExactly("42");
    }

    @Test
    void doesNotOverwriteSomebodyElsesConfiguration() {
        shell.write("demo.yml", "# mine\n");
        Shell.Output refused = shell.headrace("demo");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err()).contains("demo.yml", "another folder");
        assertThat(shell.read("demo.yml")).isEqualTo("# mine\n");
    }

    @Test
    void endsWithAnErrorWhenItFailsItself() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ProgramEnvironment faulty = new ProgramEnvironment(
                Map.of(),
                shell.folder(),
                shell.folder(),
                nowhere,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                100,
                shell.clock(),
                shell.clock(),
                () -> {
                    throw new IllegalStateException("a fault");
                },
                new Redactor());
        assertThat(CommandLineProgram.run(new String[] {"run", "events.yml"}, faulty))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "error: Headrace itself failed: java.lang.IllegalStateException: a fault",
                        "    at dev.headrace");
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+\\.\\d\\d s", "T.TT s");
    }
}
