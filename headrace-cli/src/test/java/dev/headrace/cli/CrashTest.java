package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.FakeClock;
import dev.headrace.testkit.crash.Command;
import dev.headrace.testkit.crash.CrashRounds;
import dev.headrace.testkit.crash.CrashSettings;
import dev.headrace.testkit.crash.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own that is killed at random moments, some rounds of what {@code bench/crash} does. */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("headrace.crash.rounds", 20);
    /** Fewer than in the bench: each is one more start of the program. */
    private static final int MOST_KILLS = 2;

    private static final long SEED = Long.getLong("headrace.crash.seed", System.nanoTime() % 1_000_000);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temp;

    @Test
    @Timeout(1200)
    void leavesWhatAnUndisturbedRunLeavesHoweverOftenItIsKilled() throws Exception {
        System.out.println("CrashTest: -Dheadrace.crash.seed=" + SEED);
        CrashSettings settings = new CrashSettings(
                command(),
                new InProcess(Clock.systemUTC(), new FakeClock()),
                SEED,
                Duration.ofMillis(1800),
                MOST_KILLS,
                true,
                true,
                Optional.empty());
        Tally tally = new CrashRounds(settings, temp).run(0, ROUNDS, 4, round -> {});
        System.out.println(tally);
        assertThat(tally.failures()).as(tally.toString()).isEmpty();
        assertThat(tally.spared()).as("pages that no later run had to ask for").isPositive();
        assertThat(tally.kills()).isGreaterThanOrEqualTo(ROUNDS / 2);
    }

    private static Command command() {
        return Command.of(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ChildProgram.classPath(),
                Main.class.getName()));
    }
}
