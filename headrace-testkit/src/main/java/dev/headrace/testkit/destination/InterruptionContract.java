package dev.headrace.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A loading process that is killed at any moment leaves the state before its load or the one after it. The moments are random;
 * {@code -Dheadrace.kills=N} tries more of them.
 */
public abstract class InterruptionContract {

    private static final int KILLS = Integer.getInteger("headrace.kills", 1);
    private static final int LATEST_MILLIS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** A probe for a new and empty place. */
    protected abstract DestinationProbe newProbe(Path folder);

    /** The name of a class whose {@code main} calls {@link EndlessLoads#run} for that place, and its first arguments. */
    protected abstract List<String> program(DestinationProbe probe, Path folder);

    /** Comes back when the database has seen that the process is gone. */
    protected void awaitEnd(DestinationProbe probe) {}

    @ParameterizedTest
    @EnumSource
    void leavesTheStateBeforeALoadOrAfterIt(InterruptedKind kind) throws IOException, InterruptedException {
        long seed = System.nanoTime();
        DestinationProbe probe = newProbe(folder);
        Random random = new Random(seed);
        List<Integer> seen = List.of();
        for (int kill = 0; kill < KILLS; kill++) {
            int first = seen.isEmpty() ? 1 : seen.get(seen.size() - 1) + 1;
            loadUntilKilled(probe, kind, first, random);
            awaitEnd(probe);
            seen = generations(probe);
            assertThat(seen).as("loads, seed %s", seed).isNotEmpty();
            assertState(probe, kind, seen, "after " + seen.size() + " loads, seed " + seed);
        }
    }

    private void loadUntilKilled(DestinationProbe probe, InterruptedKind kind, int first, Random random)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(program(probe, folder));
        command.addAll(List.of(folder.toString(), kind.name(), Integer.toString(first)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            // One load at least is complete by then.
            int last = first + 1 + random.nextInt(3);
            String line = lines.readLine();
            while (line != null && !line.equals(EndlessLoads.LOADING + last)) {
                line = lines.readLine();
            }
            process.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
            assertThat(process.isAlive()).as("the process was still loading").isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<Integer> generations(DestinationProbe probe) {
        return probe.rows(DestinationTest.DATASET, "_dlt_loads").stream()
                .map(row -> (int) Double.parseDouble(String.valueOf(row.get("load_id"))))
                .sorted()
                .toList();
    }

    private static void assertState(
            DestinationProbe probe, InterruptedKind kind, List<Integer> generations, String when) {
        List<InterruptedKind.Row> found = new ArrayList<>();
        for (Map<String, @Nullable Object> row : probe.rows(DestinationTest.DATASET, "t")) {
            found.add(new InterruptedKind.Row(number(row.get("id")), number(row.get("v"))));
        }
        assertThat(found).as(when).containsExactlyInAnyOrderElementsOf(kind.after(generations));
        List<Long> nested = probe.rows(DestinationTest.DATASET, "t__l").stream()
                .map(row -> number(row.get("value")))
                .toList();
        assertThat(nested)
                .as("nested rows " + when)
                .containsExactlyInAnyOrderElementsOf(kind.after(generations).stream()
                        .flatMap(InterruptedKind.Row::nested)
                        .toList());
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : Long.MIN_VALUE;
    }
}
