package dev.headrace.testkit.crash;

import dev.headrace.testkit.conformance.StoredDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Runs against an API whose answers are broken on their way, over all write dispositions and numbers of requests at a time.
 * Each ends either with the tables of an undisturbed run, or with a clear failure and the tables as they were; then it is
 * repeated, until it ends well. Used by one thread.
 */
public final class FaultRounds {

    private static final int MOST_RUNS = 6;
    /** Little enough for most runs to end well at once: what is lost in silence shows only there. */
    private static final double SHARE = 0.12;

    private static final Duration READ = Duration.ofSeconds(1);
    private static final Duration TOTAL = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofMinutes(4);

    private final Program program;
    private final Clock clock;
    private final long seed;
    private final Path folder;
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<Disposition, Reference> references = new HashMap<>();
    private int failedRuns;

    /**
     * @param program the one under test
     * @param clock the program's
     * @param folder an empty one; what is wrong is kept there
     */
    public FaultRounds(Program program, Clock clock, long seed, Path folder) {
        this.program = program;
        this.clock = clock;
        this.seed = seed;
        this.folder = folder;
    }

    /**
     * Does so many rounds.
     *
     * @param progress hears of every round that is over
     * @return what was wrong, one text for each round; empty: nothing
     */
    public List<String> run(int first, int rounds, Consumer<String> progress) throws IOException, SQLException {
        try {
            for (int number = first; number < first + rounds; number++) {
                Disposition disposition = Disposition.values()[number % Disposition.values().length];
                Scenario scenario = new Scenario(disposition, number % 2 == 1, new DuckDbFile());
                progress.accept("round " + number + " (" + scenario + "): " + round(number, scenario));
            }
            return List.copyOf(failures);
        } finally {
            for (Reference reference : references.values()) {
                reference.close();
            }
            references.clear();
        }
    }

    /** What happened in all rounds, for people. */
    public String tally() {
        return "seed " + seed + ": faults " + faults + ", runs that failed and were repeated " + failedRuns
                + ", rounds with differences " + failures.size();
    }

    private String round(int number, Scenario scenario) throws IOException, SQLException {
        Reference reference = reference(scenario);
        Workspace workspace = reference.begin(folder.resolve("faults-" + number), scenario);
        List<String> differences = new ArrayList<>();
        int runs;
        try (ShopApi api = new ShopApi(number)) {
            api.turnToSecondDay();
            workspace.configure(api.url(), READ.toSeconds() + "s", TOTAL.toSeconds() + "s");
            runs = repeat(api, workspace, number, differences);
        }
        if (differences.isEmpty()) {
            StoredDataset dataset = workspace.dataset();
            differences.addAll(
                    dataset.differencesFrom(reference.afterLoads(dataset.loads().size())));
        }
        failedRuns += runs - 1;
        if (differences.isEmpty()) {
            workspace.delete();
            return runs + " runs";
        }
        failures.add("round " + number + " (" + scenario + "), kept in " + workspace.folder() + ": " + differences);
        return failures.get(failures.size() - 1);
    }

    /** Runs until one ends well; returns how many runs that took. The last one that is tried meets no faults. */
    private int repeat(ShopApi api, Workspace workspace, int number, List<String> differences)
            throws IOException, SQLException {
        List<String> loads = workspace.dataset().loads();
        for (int run = 1; run <= MOST_RUNS; run++) {
            double share = run == MOST_RUNS ? 0 : SHARE / run;
            Faults current = new Faults(seed * 1_000_003 + number * 31L + run, share, clock);
            api.faults(current);
            api.log().begin(0);
            long begun = System.nanoTime();
            Program.Ended ended = program.run(workspace.folder(), workspace.arguments());
            Files.writeString(workspace.folder().resolve("run-" + run + ".txt"), ended.output());
            current.counts().forEach((kind, count) -> faults.merge(kind, count, Integer::sum));
            Duration longest = TOTAL.multipliedBy(current.waits()).plus(SLACK);
            if (System.nanoTime() - begun > longest.toNanos()) {
                differences.add("run " + run + " took longer than its timeouts allow");
            }
            if (ended.exit() == 0) {
                return run;
            }
            differences.addAll(RunFailure.unclear(ended));
            if (!workspace.dataset().loads().equals(loads)) {
                differences.add("run " + run + " failed, and there is a load of it");
            }
        }
        differences.add("no run ended well");
        return MOST_RUNS;
    }

    private Reference reference(Scenario scenario) throws IOException {
        Reference known = references.get(scenario.disposition());
        if (known == null) {
            known = Reference.make(program, Files.createDirectories(folder), scenario.oneAtATime());
            references.put(scenario.disposition(), known);
        }
        return known;
    }
}
