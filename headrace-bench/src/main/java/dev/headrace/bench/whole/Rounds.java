package dev.headrace.bench.whole;

import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.measure.ProcessMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs all candidates in rounds, one after the other, so that a slow minute of the machine meets all of them. A round
 * before the first is not counted: it makes the class archives and fills the caches of the system.
 */
final class Rounds {

    private final List<Candidate> candidates;
    private final Path scratch;
    private final Check check;

    /** Looks at what a run has left; throws when it is wrong. */
    @FunctionalInterface
    interface Check {
        void verify(Candidate candidate, Path folder, Measurement taken) throws IOException, SQLException;
    }

    /** @param scratch a folder that may be emptied */
    Rounds(List<Candidate> candidates, Path scratch, Check check) {
        this.candidates = candidates;
        this.scratch = scratch;
        this.check = check;
    }

    /**
     * @param warmUp what the uncounted round loads
     * @param work what the counted rounds load
     */
    Comparison run(Workload warmUp, Workload work, int rounds) throws IOException, InterruptedException, SQLException {
        for (Candidate candidate : candidates) {
            measure(candidate, warmUp);
        }
        Comparison comparison = new Comparison();
        for (int round = 1; round <= rounds; round++) {
            for (Candidate candidate : candidates) {
                Measurement taken = measure(candidate, work);
                comparison.add(candidate.name(), taken);
                check.verify(candidate, scratch, taken);
                System.err.printf("round %d  %-20s %.2f s%n", round, candidate.name(), taken.wallSeconds());
            }
        }
        Folders.delete(scratch);
        return comparison;
    }

    private Measurement measure(Candidate candidate, Workload work) throws IOException, InterruptedException {
        Folders.empty(scratch);
        return new ProcessMeter(scratch).run(candidate.prepare(scratch, work));
    }
}
