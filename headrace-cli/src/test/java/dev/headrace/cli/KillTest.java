package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.headrace.testkit.api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own that is killed, or asked to end, at bad moments. */
@Timeout(300)
class KillTest extends CommandLineTest {

    private static final int BEFORE = 200;
    private static final int AFTER = 60_000;
    private static final int PAGE = 10_000;

    private final CountDownLatch thirdPageAsked = new CountDownLatch(1);
    private final CountDownLatch thirdPageSent = new CountDownLatch(1);
    private volatile int records = BEFORE;
    private volatile boolean holdsThirdPage;
    private volatile boolean refusesThirdPage;

    @BeforeEach
    void loadOnce() {
        api.otherwise(request -> page(Integer.parseInt(request.param("offset").orElse("0"))));
        shell.write("events.yml", """
                client: {base_url: %s}
                resources:
                  - name: events
                    primary_key: id
                    write_disposition: merge
                    endpoint: {path: /events, data_selector: data, paginator: {type: offset, limit: %d}}
                """.formatted(api.url(), PAGE));
        assertThat(shell.headrace("run", "events.yml").exit()).isZero();
        records = AFTER;
    }

    @Test
    void isAsItWasWhenKilledDuringExtraction() throws Exception {
        String before = database().contents();
        Process process = startAndHoldThirdPage();
        process.destroyForcibly().waitFor();
        assertThat(database().contents()).isEqualTo(before);
        assertNextRunBringsEverything();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 60, 120, 250})
    void isAsItWasOrCompleteWhenKilledDuringTheLoad(int millis) throws Exception {
        String before = database().contents();
        Process process = start();
        await(this::packageIsComplete, process);
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        String after = database().contents();
        if (!after.equals(before)) {
            assertThat(database().count("events_dataset.events")).isEqualTo(AFTER);
        }
        assertNextRunBringsEverything();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void stopsWithItsExitCodeWhenAskedTo(String signal) throws Exception {
        assumeFalse(
                signal.equals("INT") && isInterruptIgnored(),
                "whoever started the tests ignores SIGINT, and so do all their children");
        String before = database().contents();
        Process process = startAndHoldThirdPage();
        signal(signal, process);
        await(this::saysThatItStops, process);
        thirdPageSent.countDown();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(shell.read("err.txt")).contains("error: The run was stopped").doesNotContain("\tat ", "Exception");
        assertThat(shell.read("out.txt")).isEmpty();
        assertThat(database().contents()).isEqualTo(before);
        assertNextRunBringsEverything();
    }

    @Test
    void stopsAtOnceWhenAskedTwice() throws Exception {
        Process process = startAndHoldThirdPage();
        signal("TERM", process);
        await(this::saysThatItStops, process);
        signal("TERM", process);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(shell.read("err.txt")).doesNotContain("error:");
        assertNextRunBringsEverything();
    }

    @Test
    void stopsInTheMiddleOfAWaitWhenAskedTo() throws Exception {
        refusesThirdPage = true;
        Process process = start();
        await(() -> shell.read("err.txt").contains("trying again"), process);
        signal("TERM", process);
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("ends before the wait of 300 s does")
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(shell.read("err.txt")).doesNotContain("did not stop in time");
        refusesThirdPage = false;
        assertNextRunBringsEverything();
    }

    @Test
    void tellsASecondRunOfThePipelineThatTheFirstIsStillThere() throws Exception {
        Process process = startAndHoldThirdPage();
        Shell.Output second = shell.headrace("run", "events.yml");
        process.destroyForcibly().waitFor();
        assertThat(second.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(second.err()).contains("events", String.valueOf(process.pid()));
        assertNextRunBringsEverything();
    }

    /** A job that a shell starts in the background inherits an ignored SIGINT, which no process can undo for its children. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
    }

    private void assertNextRunBringsEverything() {
        thirdPageSent.countDown();
        Shell.Output next = shell.headrace("run", "events.yml");
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(database().rows("SELECT count(*), count(DISTINCT id), max(id) FROM events_dataset.events"))
                .containsExactly(AFTER + "|" + AFTER + "|" + AFTER);
        assertThat(database().rows("SELECT count(*), count(DISTINCT _dlt_id) FROM events_dataset.events__tags"))
                .containsExactly(2 * AFTER + "|" + 2 * AFTER);
    }

    private boolean packageIsComplete() {
        try (Stream<Path> files = Files.walk(shell.path(".headrace/pipelines"))) {
            return files.anyMatch(file -> file.toString().contains("manifest") && !isOfTheFirstRun(file));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false; // files come and go
        }
    }

    private static boolean isOfTheFirstRun(Path file) {
        return file.toString().contains("/committed/");
    }

    /** Looks often, and leaves the processor to the program meanwhile. */
    private static void await(BooleanSupplier condition, Process process) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean() && !process.waitFor(2, TimeUnit.MILLISECONDS)) {
            assertThat(System.nanoTime()).as("it comes to that").isLessThan(end);
        }
    }

    private Process start() throws IOException {
        return new ChildProgram(shell, List.of()).start(Main.class.getName(), "run", "events.yml");
    }

    private Process startAndHoldThirdPage() throws Exception {
        holdsThirdPage = true;
        Process process = start();
        awaitLatch(thirdPageAsked);
        return process;
    }

    private static void signal(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private boolean saysThatItStops() {
        return shell.read("err.txt").contains("Stopping when the page");
    }

    private Answer page(int offset) {
        int last = Math.min(offset + PAGE, records);
        String data = IntStream.rangeClosed(offset + 1, last)
                .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"event " + id + "\", \"tags\": [\"a\", \"b\"]}")
                .collect(Collectors.joining(", "));
        Answer answer = Answer.json("{\"total\": " + records + ", \"data\": [" + data + "]}");
        if (refusesThirdPage && offset == 2 * PAGE) {
            return Answer.status(429).header("Retry-After", "3600");
        }
        if (holdsThirdPage && offset == 2 * PAGE) {
            thirdPageAsked.countDown();
            awaitLatch(thirdPageSent);
        }
        return answer;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Database database() {
        return new Database(shell.path("events.duckdb"));
    }
}
