package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program goes on where it stopped. */
class ResumeTest extends CommandLineTest {

    private static final int PAGES = 10;
    private static final int PAGE = 20;
    private static final int REFUSED = 7;
    private static final String AWAITED = "events from page " + REFUSED + " on";

    private final List<Integer> pages = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 200;
    private volatile Runnable meanwhile = () -> {};
    private volatile String checkpoint = "";
    private volatile boolean badOnes;

    @BeforeEach
    void write() {
        api.otherwise(this::page);
        configure("merge");
    }

    private void configure(String disposition) {
        configure(disposition, "");
    }

    private void configure(String disposition, String option) {
        shell.write("events.yml", """
                client: {base_url: %s, retry: {max_attempts: 1}}
                resources:
                  - name: events
                    primary_key: id
                    write_disposition: %s
                    %s
                    endpoint: {path: /events, data_selector: data, paginator: {type: page_number, base_page: 1, total_path: pages}}
                """.formatted(api.url(), disposition, option));
    }

    @Test
    void readsNothingTwiceAfterAServerError() {
        Shell.Output failed = failing(500);

        assertThat(failed.exit()).as(failed.err()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err()).contains("warning: What was read is kept: the next run goes on with events");
        Shell.Output next = run();
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.err())
                .contains("Goes on where the run of ", " stopped: events")
                .contains("events  10 pages  200 records");
        assertThat(pages).containsExactly(1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10);
        assertThat(next.out()).contains(String.valueOf(PAGES * PAGE));
        assertAllThere();
    }

    @Test
    void carriesRecordsInQuarantineOnAndCountsThemOnce() {
        badOnes = true;
        Shell.Output failed = failing(500, "--on-bad-row", "quarantine", "--completeness", "strict");
        assertThat(failed.exit()).as(failed.all()).isEqualTo(ExitCode.FAILED);
        configure("merge", "on_bad_row: quarantine");
        Shell.Output next = run("--completeness", "strict", "--json");

        assertThat(next.exit()).as(next.all()).isZero();
        assertThat(pages).containsExactly(1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10);
        assertThat(next.out())
                .contains(
                        "\"pages\":10,\"records\":210,",
                        "\"read\":210,\"left_out\":{\"quarantined\":10},\"in_package\":200,"
                                + "\"in_destination\":200,")
                .contains("\"quarantined\":[{\"resource\":\"events\",\"count\":10,\"requests\":0,\"first_reason\":");
        assertThat(next.err()).contains("warning: events: 10 records go to quarantine");
        assertThat(
                        new Database(shell.path("events.duckdb"))
                                .rows(
                                        "SELECT count(*), count(DISTINCT page), max(record_number) FROM events_dataset._headrace_errors"))
                .containsExactly("10|10|21");
        assertAllThere();
    }

    @Test
    void beginsAnewWhenItIsAskedTo() {
        failing(503);
        Shell.Output next = run("--no-resume");

        assertThat(next.err()).contains("Starts anew, as it was asked to");
        assertThat(pages).hasSize(REFUSED + PAGES);
        assertAllThere();
    }

    @Test
    void beginsAnewAfterAStatusThatWouldComeAgain() {
        Shell.Output failed = failing(404);

        assertThat(failed.err()).doesNotContain("is kept");
        run();
        assertThat(pages).hasSize(REFUSED + PAGES);
        assertAllThere();
    }

    @Test
    void beginsAnewWhenTheCheckpointIsNotWhatWasWritten() throws IOException {
        failing(500);
        Path file = folderOfThePackage().resolve("checkpoint.json");
        String written = Files.readString(file);
        assertThat(written).contains("\"pages\":6");
        Files.writeString(file, written.replace("\"pages\":6", "\"pages\":7"));
        Shell.Output next = run();

        assertThat(next.err()).contains("warning: Starts anew: the checkpoint of an earlier run is damaged");
        assertThat(pages).hasSize(REFUSED + PAGES);
        assertAllThere();
    }

    @Test
    void saysWhenItCannotTellWhereToGoOn() {
        shell.write("events.yml", """
                client:
                  base_url: %s
                  retry: {max_attempts: 1}
                  auth: {type: bearer, token: hush-hush-hush}
                resources:
                  - name: events
                    endpoint: {path: /events, data_selector: data, paginator: {type: json_link, next_url_path: follow}}
                """.formatted(api.url()));
        Shell.Output failed = failing(500);

        assertThat(failed.err())
                .contains("warning: What was read is not kept, because there is no telling where to go on")
                .doesNotContain("hush-hush");
    }

    @Test
    void beginsAnewWhenTheFileHasChanged() {
        failing(500);
        configure("append");
        Shell.Output next = run();

        assertThat(next.err())
                .contains(
                        "warning: Starts anew: the choice of resources or of a write disposition has changed since the run of ");
        assertThat(pages).hasSize(REFUSED + PAGES);
        assertAllThere();
    }

    @Test
    void savesWhatCameWhileTheNextAnswerIsLate() {
        meanwhile = this::awaitCheckpoint;
        failing(404); // and so nothing else has made a checkpoint

        assertThat(checkpoint).contains(AWAITED);
    }

    private Shell.Output failing(int with, String... options) {
        status = with;
        Shell.Output failed = run(options);
        status = 200;
        return failed;
    }

    private Shell.Output run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "events.yml"));
        arguments.addAll(List.of(options));
        return shell.headrace(arguments.toArray(String[]::new));
    }

    private void assertAllThere() {
        Database database = new Database(shell.path("events.duckdb"));
        int rows = PAGES * PAGE;
        assertThat(database.rows("SELECT count(*), count(DISTINCT id), max(id) FROM events_dataset.events"))
                .containsExactly(rows + "|" + rows + "|" + rows);
        assertThat(database.rows("SELECT count(*) FROM events_dataset._dlt_loads"))
                .containsExactly("1");
        assertThat(database.rows("SELECT count(*), count(DISTINCT t._dlt_id) FROM events_dataset.events__tags t"
                        + " JOIN events_dataset.events e ON t._dlt_parent_id = e._dlt_id"))
                .containsExactly(2 * rows + "|" + 2 * rows);
    }

    /** Returns when there is a checkpoint of all pages before this one, or after ten seconds without any. */
    private void awaitCheckpoint() {
        try (WatchService watch = temp.getFileSystem().newWatchService()) {
            Path folder = folderOfThePackage();
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Path file = folder.resolve("checkpoint.json");
            for (boolean more = true; more && !checkpoint.contains(AWAITED); ) {
                WatchKey key = watch.poll(10, TimeUnit.SECONDS);
                more = key != null && key.reset();
                checkpoint = Files.exists(file) ? Files.readString(file) : "";
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the one that is not complete. */
    private Path folderOfThePackage() throws IOException {
        try (Stream<Path> folders = Files.find(
                temp,
                9,
                (path, file) -> file.isDirectory() && path.resolveSibling("").endsWith("new"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    private Answer page(RecordedRequest request) {
        int page = Integer.parseInt(request.param("page").orElse("1"));
        pages.add(page);
        if (page == REFUSED && status != 200) {
            meanwhile.run();
            return Answer.status(status);
        }
        String data = IntStream.rangeClosed((page - 1) * PAGE + 1, page * PAGE)
                .mapToObj(id -> "{\"id\": " + id + ", \"tags\": [\"a\", \"b\"]}")
                .collect(Collectors.joining(", "));
        String follow = api.url() + "/events?page=" + (page + 1) + "&key=hush-hush-hush";
        return Answer.json("{\"pages\": " + PAGES + ", \"follow\": \"" + follow + "\", \"data\": [" + data
                + (badOnes ? ", {\"tags\": []}" : "") + "]}");
    }
}
