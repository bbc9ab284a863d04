package dev.headrace.bench.whole;

import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.events.EventTotals;
import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.options.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads all events with each candidate, checks that the results agree, and compares what it took. */
public final class WholeRun {

    /** A small load first: it does all that the large one does, once. */
    private static final long WARM_UP_RECORDS = 5_000;

    private final BenchFolders folders;
    private final Options options;
    private final Phases phases = new Phases();

    private WholeRun(BenchFolders folders, Options options) {
        this.folders = folders;
        this.options = options;
    }

    /** @param arguments the folder of the checkout, then options */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        List<String> words = List.of(arguments);
        Options options =
                Options.parse(words.subList(1, words.size()), "records", "per-page", "runs", "dlt", "dlt-settings");
        new WholeRun(new BenchFolders(Path.of(words.get(0))), options).run();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        long records = options.number("records", 1_000_000);
        int perPage = options.integer("per-page", 1000);
        LoadTotals expected = LoadTotals.expected(EventTotals.of(EventSet.first(records)));
        try (ServerProcess server = ServerProcess.start(records, perPage)) {
            Workload work = new Workload(server.url(), records, perPage);
            Comparison comparison = compare(work, expected);
            String title = String.format("%,d records, %,d a page", records, perPage);
            System.out.printf("%n%s%n%s", title, comparison.table());
            System.out.println(phases.text(comparison.ratio(LoadOnlyCandidate.NAME, Measurement::wallSeconds)));
            System.out.printf("All results agree with the events: %s%n", expected);
            System.out.println(folders.results().keep("load", title, comparison));
        }
    }

    private Comparison compare(Workload work, LoadTotals expected)
            throws IOException, InterruptedException, SQLException {
        Rounds rounds = new Rounds(candidates(), folders.scratch(), (candidate, folder, taken) -> {
            verify(candidate, folder, expected);
            if (candidate instanceof HeadraceCandidate) {
                phases.add(taken, ReportedSeconds.of(HeadraceCandidate.report(folder)));
            }
        });
        try (ServerProcess small = ServerProcess.start(WARM_UP_RECORDS, work.perPage())) {
            Workload warmUp = new Workload(small.url(), WARM_UP_RECORDS, work.perPage());
            return rounds.run(warmUp, work, options.integer("runs", 5));
        }
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new HeadraceCandidate(folders.distribution()));
        candidates.add(new ByHandCandidate(folders.distribution(), false, folders.archives()));
        candidates.add(new ByHandCandidate(folders.distribution(), true, folders.archives()));
        candidates.add(new LoadOnlyCandidate(folders.distribution(), folders.archives()));
        candidates.addAll(dlt());
        return candidates;
    }

    private List<Candidate> dlt() {
        Optional<String> python = options.text("dlt");
        if (python.isEmpty()) {
            System.err.println("dlt is left out; --dlt PYTHON names a Python that has dlt[duckdb].");
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (String word : options.text("dlt-settings").orElse("default,best").split(",")) {
            DltCandidate.Settings settings = DltCandidate.Settings.of(word)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--dlt-settings '" + word + "' is neither 'default' nor 'best'"));
            candidates.add(new DltCandidate(python.get(), folders.dltProgram(), settings));
        }
        return candidates;
    }

    private static void verify(Candidate candidate, Path folder, LoadTotals expected) throws SQLException {
        LoadTotals found = LoadTotals.inDatabase(candidate.database(folder), candidate.schema());
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    "The result of '" + candidate.name() + "' is wrong: " + found + " in place of " + expected + ".");
        }
    }
}
