package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.FakeClock;
import dev.headrace.testkit.crash.FaultRounds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are broken on their way in every way we know, some rounds of what {@code bench/faults} does. */
class FaultTest {

    private static final int ROUNDS = Integer.getInteger("headrace.faults.rounds", 15);
    private static final long SEED = Long.getLong("headrace.faults.seed", System.nanoTime() % 1_000_000);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temp;

    @Test
    @Timeout(1200)
    void leavesWhatSoundAnswersLeaveOrSaysWhyNot() throws Exception {
        System.out.println("FaultTest: -Dheadrace.faults.seed=" + SEED);
        FakeClock clock = new FakeClock();
        FaultRounds rounds = new FaultRounds(new InProcess(clock), clock, SEED, temp);
        assertThat(rounds.run(0, ROUNDS, round -> {})).as(rounds.tally()).isEmpty();
        System.out.println(rounds.tally());
    }
}
