package dev.headrace.bench.postgres;

import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Figures;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.merge.PostgresPlace;
import dev.headrace.bench.options.Options;
import dev.headrace.bench.whole.BenchFolders;
import dev.headrace.bench.whole.Folders;
import dev.headrace.bench.whole.HeadraceCandidate;
import dev.headrace.bench.whole.ServerProcess;
import dev.headrace.bench.whole.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Loads into PostgreSQL from end to end, against extraction and {@code \copy} of the same tables. */
public final class PostgresRun {

    private static final double BOUND = 0.8;

    private final BenchFolders folders;
    private final Options options;

    private PostgresRun(BenchFolders folders, Options options) {
        this.folders = folders;
        this.options = options;
    }

    /** @param arguments the folder of the checkout, then options */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        List<String> words = List.of(arguments);
        Options options = Options.parse(words.subList(1, words.size()), "records", "per-page", "runs", "url");
        new PostgresRun(new BenchFolders(Path.of(words.get(0))), options).run();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Path scratch = Folders.empty(folders.scratch());
        try (PostgresPlace place = PostgresPlace.of(options.text("url").orElse("embedded"), scratch)) {
            measure(place, scratch);
        } finally {
            Folders.delete(scratch);
        }
    }

    private void measure(PostgresPlace place, Path scratch) throws IOException, InterruptedException, SQLException {
        long records = options.number("records", 1_000_000);
        int perPage = options.integer("per-page", 1000);
        try (ServerProcess server = ServerProcess.start(records, perPage)) {
            Workload work = new Workload(server.url(), records, perPage);
            HeadraceCandidate headrace = new HeadraceCandidate(folders.distribution());
            int rounds = options.integer("runs", 5);
            PostgresLoads loads = new PostgresLoads(headrace, work, place, scratch);
            Comparison comparison = loads.run(rounds);
            System.out.printf("%nPostgreSQL: %,d records, %,d a page, %d rounds%n", records, perPage, rounds);
            tell(comparison);
            System.out.println("All results agree with the events: " + loads.expected());
            System.out.println(folders.results().keep("postgres", comparison));
        }
    }

    private static void tell(Comparison comparison) {
        for (String row : List.of(
                PostgresLoads.HEADRACE,
                PostgresLoads.EXTRACTION,
                PostgresLoads.LOAD,
                PostgresLoads.COPY,
                PostgresLoads.BOTH)) {
            Figures wall = comparison.figures(row, Measurement::wallSeconds);
            System.out.printf("%-24s %7.2f s [%.2f..%.2f]%n", row, wall.median(), wall.smallest(), wall.largest());
        }
        double ratio = comparison.ratio(PostgresLoads.BOTH, Measurement::wallSeconds);
        System.out.printf(
                "headrace / (%s): %.2f, median of the rounds; the goal is %.1f%n", PostgresLoads.BOTH, ratio, BOUND);
    }
}
