package dev.headrace.bench.merge;

import dev.headrace.bench.events.EventTotals;
import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.destination.DestinationSession;
import dev.headrace.duckdb.DuckDb;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.schema.WriteDisposition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Appending, merging and merging by hand on DuckDB: each run on a copy of its own of one database. */
final class DuckDbMerges {

    static final String APPEND = "append";
    static final String MERGE = "merge";
    static final String UPSERT = "upsert";
    static final String BY_HAND = "by hand, MERGE INTO";

    private static final String DATASET = "ds";

    private final MergeWork work;
    private final Path databases;
    private final EventTotals all;
    private final Path used;
    private final Comparison comparison = new Comparison();

    /** @param databases where the filled databases are made, or found from an earlier run */
    DuckDbMerges(MergeWork work, Path databases) {
        this.work = work;
        this.databases = databases;
        this.all = EventTotals.of(work.base());
        this.used = work.folder().resolve("used.duckdb");
    }

    /** @param rounds counted ones; one before them is not */
    Comparison run(int rounds) throws SQLException, IOException {
        Path randomIds = base("random", MergeWork.DELETE_INSERT);
        Path derivedIds = base("derived", MergeWork.UPSERT);
        for (int round = 0; round <= rounds; round++) {
            LoadPackage merged = work.extract("delta-" + round, work.delta(round), MergeWork.DELETE_INSERT);
            LoadPackage upserted = work.extract("upsert-" + round, work.delta(round), MergeWork.UPSERT);
            MergeTotals appendedTotals = work.appended(all, round);
            MergeTotals mergedTotals = work.merged(MergeTotals.of(all), round);
            LoadPackage appended = MergeWork.appending(merged);
            measure(round, APPEND, randomIds, () -> load(used, appended), appendedTotals);
            measure(round, MERGE, randomIds, () -> load(used, merged), mergedTotals);
            measure(round, UPSERT, derivedIds, () -> load(used, upserted), mergedTotals);
            measure(round, BY_HAND, derivedIds, () -> mergeByHand(upserted), mergedTotals);
        }
        return comparison;
    }

    private Path base(String ids, WriteDisposition disposition) throws IOException {
        Path database = databases.resolve(ids + "-" + work.records() + ".duckdb");
        if (!Files.exists(database)) {
            System.err.println("Loading " + work.records() + " events with " + ids + " ids ...");
            Path unfinished = work.folder().resolve("unfinished.duckdb");
            load(unfinished, work.extract(ids, work.base(), disposition));
            Files.createDirectories(databases);
            Files.move(unfinished, database);
        }
        return database;
    }

    private static void load(Path database, LoadPackage rows) {
        try (DestinationSession session = DuckDb.file(database).open(DATASET)) {
            session.load(rows, RunListener.none());
        }
    }

    private void measure(int round, String candidate, Path base, Stopwatch.Work job, MergeTotals expected)
            throws SQLException, IOException {
        Files.copy(base, used, StandardCopyOption.REPLACE_EXISTING);
        // Otherwise the system writes the copy while the candidate works.
        try (FileChannel file = FileChannel.open(used, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Measurement taken = Stopwatch.measure(job);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + used)) {
            expected.require(candidate, connection, DATASET);
        }
        if (round > 0) {
            comparison.add(candidate, taken);
            System.err.printf("round %d  %-20s %.2f s%n", round, candidate, taken.wallSeconds());
        }
    }

    /** What somebody who knows the tables would write; the ids follow from the keys, so nested rows are found by them. */
    private void mergeByHand(LoadPackage rows) throws SQLException {
        EventColumns columns = EventColumns.of(rows, "events");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + used);
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = false; SET TimeZone = 'UTC'; USE " + DATASET);
            statement.execute("BEGIN");
            statement.execute("CREATE TEMP TABLE stage AS " + EventColumns.SELECT + files(rows, "events"));
            statement.execute("MERGE INTO events d USING stage s ON d.id = s.id WHEN MATCHED THEN UPDATE SET "
                    + columns.without("id").assignments("s") + " WHEN NOT MATCHED THEN INSERT (" + columns.list()
                    + ") VALUES ("
                    + columns.of("s") + ")");
            for (String table : List.of("events__attendees", "events__tags")) {
                statement.execute("DELETE FROM " + table + " WHERE _dlt_root_id IN (SELECT _dlt_id FROM stage)");
                statement.execute("INSERT INTO " + table + " BY NAME " + EventColumns.SELECT + files(rows, table));
            }
            statement.execute("COMMIT");
            statement.execute("CHECKPOINT");
        }
    }

    private static String files(LoadPackage rows, String table) {
        return EventColumns.parts(rows, table).stream()
                .map(PartFile::file)
                .map(file -> "'" + file + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }
}
