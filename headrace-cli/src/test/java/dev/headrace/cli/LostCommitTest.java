package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that breaks at the commit, and two runs of one pipeline into one PostgreSQL database. */
class LostCommitTest extends CommandLineTest {

    private CuttingProxy proxy;
    private volatile int events = 3;

    @BeforeEach
    void open() throws IOException {
        PostgresServer.emptyDatabase();
        proxy = new CuttingProxy(PostgresServer.port());
        api.otherwise(request -> Answer.json(IntStream.range(0, events)
                .mapToObj("{\"id\": %d}"::formatted)
                .collect(Collectors.joining(",", "[", "]"))));
        describe("events.yml", api);
    }

    private void describe(String file, FakeApi served) {
        shell.write(file, """
                pipeline: shop
                source:
                  client: {base_url: %s, paginator: single_page}
                  resources:
                    - name: events
                      write_disposition: append
                      endpoint: {path: /events, incremental: {cursor_path: id, initial_value: -1}}
                """.formatted(served.url()));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    private Shell.Output run(String... more) {
        return load("events.yml", more);
    }

    private Shell.Output load(String file, String... more) {
        List<String> call = new ArrayList<>(List.of(
                "run",
                file,
                "--destination",
                "postgres://" + PostgresServer.USER + "@127.0.0.1:" + proxy.port() + "/" + PostgresServer.USER));
        call.addAll(List.of(more));
        return shell.headrace(call.toArray(String[]::new));
    }

    private static List<String> ask(String query) {
        try (Connection connection = PostgresServer.connect(PostgresServer.USER);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private long packages(String stage) {
        try (var found = Files.list(shell.path(".headrace/pipelines/shop/packages/" + stage))) {
            return found.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private void assertEachRowOnce(int loads) {
        assertThat(ask("SELECT id FROM shop_dataset.events ORDER BY id"))
                .containsExactlyElementsOf(
                        IntStream.range(0, events).mapToObj(String::valueOf).toList());
        assertThat(ask("SELECT load_id FROM shop_dataset._dlt_loads")).hasSize(loads);
        assertThat(packages("normalised")).isZero();
        assertThat(packages("failed")).isZero();
    }

    @Test
    void loadsAgainWhatTheServerNeverHeardOf() {
        proxy.next(CuttingProxy.Cut.BEFORE_THE_COMMIT);
        Shell.Output lost = run();

        assertThat(lost.exit()).as(lost.err()).isEqualTo(1);
        assertThat(lost.err()).contains("the next run loads it before anything else");
        assertThat(packages("normalised")).isEqualTo(1);
        events = 5;
        assertThat(run().exit()).isZero();
        assertEachRowOnce(2);
    }

    @Test
    void asksWhenTheAnswerIsLost() {
        proxy.next(CuttingProxy.Cut.BEFORE_THE_ANSWER);
        Shell.Output lost = run();

        assertThat(lost.exit()).as(lost.err()).isZero();
        assertThat(lost.out()).contains("3 rows into");
        events = 5;
        assertThat(run().exit()).isZero();
        assertEachRowOnce(2);
    }

    @Test
    void asksInTheNextRunWhenNobodyAnswers() {
        proxy.next(CuttingProxy.Cut.BEFORE_THE_ANSWER_FOR_LONG);
        Shell.Output lost = run();

        assertThat(lost.exit()).as(lost.err()).isEqualTo(1);
        assertThat(packages("normalised")).isEqualTo(1);
        proxy.next(CuttingProxy.Cut.NOWHERE);
        events = 5;
        assertThat(run().exit()).isZero();
        assertEachRowOnce(2);
    }

    @Test
    void namesTheOtherRunOfThePipeline() {
        List<Shell.Output> seen = new ArrayList<>();
        api.otherwise(request -> {
            if (seen.isEmpty()) {
                seen.add(run("--pipelines-dir", "elsewhere"));
                seen.add(run("--pipelines-dir", "elsewhere", "--wait", "2s"));
            }
            return Answer.json("[{\"id\": 0}, {\"id\": 1}, {\"id\": 2}]");
        });

        Shell.Output first = run();

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(seen.get(0).exit()).isEqualTo(1);
        assertThat(seen.get(0).err())
                .contains("Cannot run pipeline 'shop' into dataset 'shop_dataset': another run of it is under way")
                .contains("server process ", "--wait");
        assertThat(seen.get(1).err()).contains("Waiting for up to 2 s.");
        assertEachRowOnce(1);
        assertThat(ask("SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Test
    void putsTheRowsAsideThatAnotherRunHasLoadedMeanwhile() {
        List<Shell.Output> seen = new ArrayList<>();
        try (FakeApi other = FakeApi.start()) {
            other.otherwise(request -> Answer.json("[{\"id\": 0}, {\"id\": 1}, {\"id\": 2}]"));
            describe("other.yml", other);
            api.otherwise(request -> {
                if (seen.isEmpty()) {
                    // Its connection breaks, and with it goes the claim.
                    ask("SELECT pg_terminate_backend(pid)::text FROM pg_locks WHERE locktype = 'advisory'");
                    shell.clock().advance(Duration.ofSeconds(1));
                    seen.add(load("other.yml", "--pipelines-dir", "elsewhere"));
                }
                return Answer.json("[{\"id\": 0}, {\"id\": 1}, {\"id\": 2}]");
            });

            Shell.Output first = run();

            assertThat(seen.get(0).exit()).as(seen.get(0).err()).isZero();
            assertThat(first.exit()).as(first.err()).isEqualTo(1);
            assertThat(first.err()).contains("Another run has loaded since", "headrace packages show");
        }
        assertThat(packages("failed")).isEqualTo(1);
        assertThat(run().exit()).isZero();
        assertThat(ask("SELECT id FROM shop_dataset.events ORDER BY id")).containsExactly("0", "1", "2");
    }
}
