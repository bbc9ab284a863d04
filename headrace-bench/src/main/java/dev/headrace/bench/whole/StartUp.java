package dev.headrace.bench.whole;

import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.options.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A small load with the installed distribution against the least that a process with the same driver can take. */
public final class StartUp {

    private static final int FEWEST_RUNS = 7;

    private StartUp() {}

    /** @param arguments the folder of the checkout, then options */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        List<String> words = List.of(arguments);
        Options options = Options.parse(words.subList(1, words.size()), "records", "per-page", "runs");
        BenchFolders folders = new BenchFolders(Path.of(words.get(0)));
        Distribution distribution = folders.distribution();
        Candidate opening = new OpenCandidate(distribution, folders.archives());
        List<Candidate> candidates = List.of(new HeadraceCandidate(distribution), opening);
        long records = options.number("records", 1000);
        int perPage = options.integer("per-page", 100);
        try (ServerProcess server = ServerProcess.start(records, perPage)) {
            Workload work = new Workload(server.url(), records, perPage);
            int runs = Math.max(FEWEST_RUNS, options.integer("runs", 11));
            Comparison comparison = new Rounds(candidates, folders.scratch(), StartUp::nothing).run(work, work, runs);
            String title = String.format("Start-up: %,d records, %,d a page", records, perPage);
            System.out.printf("%n%s%n%s", title, comparison.table());
            System.out.printf(
                    "Headrace takes %.2f times as long.%n", comparison.ratio(opening.name(), Measurement::wallSeconds));
            System.out.println(folders.results().keep("startup", title, comparison));
        }
    }

    private static void nothing(Candidate candidate, Path folder, Measurement taken) {
        // Only the large comparison looks at the rows: here the second candidate makes none.
    }
}
