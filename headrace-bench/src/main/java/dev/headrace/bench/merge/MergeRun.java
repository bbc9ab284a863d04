package dev.headrace.bench.merge;

import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Figures;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.options.Options;
import dev.headrace.bench.whole.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Merges changed events, with their nested rows, into many, and compares that with other ways of doing it. */
public final class MergeRun {

    private final Options options;
    private final MergeWork work;
    private final Path databases;
    private final int rounds;

    private MergeRun(Path folder, Options options) {
        this.options = options;
        this.work = new MergeWork(options.number("records", 5_000_000), options.number("changed", 100_000), folder);
        this.databases = options.text("databases").map(Path::of).orElse(folder);
        this.rounds = options.integer("runs", 3);
    }

    /** @param arguments the folder of the checkout, then options */
    public static void main(String[] arguments) throws IOException, SQLException {
        List<String> words = List.of(arguments);
        Path folder = Path.of(words.get(0), "headrace-bench", "target", "merge");
        Options options = Options.parse(
                words.subList(1, words.size()), "records", "changed", "runs", "databases", "postgres", "keep");
        Folders.empty(folder);
        try {
            new MergeRun(folder, options).run();
        } finally {
            Folders.delete(folder);
        }
    }

    private void run() throws IOException, SQLException {
        Optional<String> postgres = options.text("postgres");
        if (postgres.isPresent()) {
            onPostgres(postgres.get());
        } else {
            onDuckDb();
        }
    }

    private void onDuckDb() throws IOException, SQLException {
        Comparison comparison = new DuckDbMerges(work, databases).run(rounds);
        tell(
                "DuckDB",
                comparison,
                List.of(DuckDbMerges.APPEND, DuckDbMerges.MERGE, DuckDbMerges.UPSERT, DuckDbMerges.BY_HAND),
                List.of(DuckDbMerges.APPEND, DuckDbMerges.BY_HAND));
    }

    private void onPostgres(String server) throws IOException, SQLException {
        try (PostgresPlace place = PostgresPlace.of(server, work.folder())) {
            Comparison comparison = new PostgresMerges(work, place, options.truth("keep", false)).run(rounds);
            tell("PostgreSQL", comparison, PostgresMerges.CANDIDATES, PostgresMerges.COMPARED);
        }
    }

    /** CPU is that of this process: with PostgreSQL the server's is not among it. */
    private void tell(String database, Comparison comparison, List<String> candidates, List<String> compared) {
        System.out.printf(
                "%n%s: %d of %d events change, %d rounds; the results agree%n",
                database, work.changed(), work.records(), rounds);
        for (String candidate : candidates) {
            Figures wall = comparison.figures(candidate, Measurement::wallSeconds);
            StringBuilder row = new StringBuilder(String.format(
                    "%-32s %6.2f s [%.2f..%.2f] %6.2f CPU s",
                    candidate,
                    wall.median(),
                    wall.smallest(),
                    wall.largest(),
                    comparison.figures(candidate, Measurement::cpuSeconds).median()));
            for (String other : compared) {
                row.append(String.format(
                        "  %.2f, CPU %.2f of %s",
                        comparison.ratio(candidate, other, Measurement::wallSeconds),
                        comparison.ratio(candidate, other, Measurement::cpuSeconds),
                        other));
            }
            System.out.println(row);
        }
    }
}
