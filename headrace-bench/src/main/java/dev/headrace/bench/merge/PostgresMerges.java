package dev.headrace.bench.merge;

import dev.headrace.bench.events.EventTotals;
import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.whole.Folders;
import dev.headrace.destination.DestinationSession;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Merging, and merging by hand, on PostgreSQL: each in a schema of its own, to which the same rows come round by round. Between
 * rounds nothing is measured and the server tidies up. The candidates take turns in being first: who comes later finds more of
 * the server's files in memory.
 */
final class PostgresMerges {

    static final String INDEXED = "merge, unique index on the key";
    static final String PLAIN = "merge, no index";
    static final String BY_HAND = "by hand, ON CONFLICT";
    static final List<String> CANDIDATES = List.of(INDEXED, PLAIN, BY_HAND);
    static final List<String> COMPARED = List.of(BY_HAND);

    private static final String SCHEMA_INDEXED = "bench_indexed";
    private static final String SCHEMA_PLAIN = "bench_plain";
    private static final String SCHEMA_BY_HAND = "bench_by_hand";
    /** Holds how many rounds have come to the schemas. */
    private static final String ROUNDS = SCHEMA_PLAIN + ".headrace_bench_rounds";

    private static final List<String> TABLES = List.of("events", "events__attendees", "events__tags");

    private final MergeWork work;
    private final PostgresPlace place;
    private final boolean kept;
    private final Comparison comparison = new Comparison();
    private MergeTotals now;

    /** @param kept whether the filled schemas stay for the next run, and those of an earlier one are taken as they are */
    PostgresMerges(MergeWork work, PostgresPlace place, boolean kept) {
        this.work = work;
        this.place = place;
        this.kept = kept;
        this.now = MergeTotals.of(EventTotals.of(work.base()));
    }

    /** @param rounds counted ones; one before them is not */
    Comparison run(int rounds) throws SQLException, IOException {
        try (Connection connection = place.connect()) {
            int begun = begin(connection);
            for (int round = begun; round <= begun + rounds; round++) {
                merge(round, connection, round > begun);
                execute(connection, "UPDATE " + ROUNDS + " SET rounds = " + (round + 1));
            }
            if (!kept) {
                drop(connection);
            }
        }
        return comparison;
    }

    /** The first round: the one behind those of an earlier run whose schemas are still there. */
    private int begin(Connection connection) throws SQLException, IOException {
        int done = kept ? roundsDone(connection) : 0;
        if (done == 0) {
            fill(connection);
            execute(connection, "CREATE TABLE " + ROUNDS + " AS SELECT 0 AS rounds");
        }
        for (int round = 0; round < done; round++) {
            now = work.merged(now, round);
        }
        return done;
    }

    private static int roundsDone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("SELECT to_regclass('" + ROUNDS + "') IS NOT NULL")) {
                found.next();
                if (!found.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet rounds = statement.executeQuery("SELECT rounds FROM " + ROUNDS)) {
                rounds.next();
                return rounds.getInt(1);
            }
        }
    }

    private void fill(Connection connection) throws SQLException, IOException {
        drop(connection);
        System.err.println("Loading " + work.records() + " events three times ...");
        LoadPackage base = work.extract("base", work.base(), MergeWork.UPSERT);
        for (String dataset : List.of(SCHEMA_INDEXED, SCHEMA_PLAIN, SCHEMA_BY_HAND)) {
            load(dataset, base);
        }
        execute(connection, "CREATE UNIQUE INDEX ON " + SCHEMA_INDEXED + ".events (id)");
        execute(connection, "CREATE UNIQUE INDEX ON " + SCHEMA_BY_HAND + ".events (id)");
    }

    private static void drop(Connection connection) throws SQLException {
        for (String dataset : List.of(SCHEMA_INDEXED, SCHEMA_PLAIN, SCHEMA_BY_HAND)) {
            execute(connection, "DROP SCHEMA IF EXISTS " + dataset + " CASCADE");
        }
    }

    private void merge(int round, Connection connection, boolean counts) throws SQLException, IOException {
        LoadPackage rows = work.extract("delta-" + round, work.delta(round), MergeWork.UPSERT);
        now = work.merged(now, round);
        Path csv = Files.createDirectories(work.folder().resolve("csv-" + round));
        writeCsv(rows, csv);
        execute(connection, "VACUUM ANALYZE");
        List<Contest> contests = new ArrayList<>(List.of(
                new Contest(INDEXED, SCHEMA_INDEXED, () -> load(SCHEMA_INDEXED, rows)),
                new Contest(PLAIN, SCHEMA_PLAIN, () -> load(SCHEMA_PLAIN, rows)),
                new Contest(BY_HAND, SCHEMA_BY_HAND, () -> mergeByHand(rows, csv))));
        Collections.rotate(contests, round);
        for (Contest contest : contests) {
            measure(round, contest, connection, counts);
        }
    }

    /** What one candidate does in a round, and where. */
    private record Contest(String candidate, String dataset, Stopwatch.Work job) {}

    private void measure(int round, Contest contest, Connection connection, boolean counts)
            throws SQLException, IOException {
        execute(connection, "CHECKPOINT");
        Folders.sync();
        Measurement taken = Stopwatch.measure(contest.job());
        now.require(contest.candidate(), connection, contest.dataset());
        if (counts) {
            comparison.add(contest.candidate(), taken);
        }
        System.err.printf("round %d  %-32s %.2f s%n", round, contest.candidate(), taken.wallSeconds());
    }

    private void load(String dataset, LoadPackage rows) {
        try (DestinationSession session = place.destination().open(dataset)) {
            session.load(rows, RunListener.none());
        }
    }

    /** What somebody who knows the tables would write; the ids follow from the keys, so nested rows are found by them. */
    private void mergeByHand(LoadPackage rows, Path csv) throws SQLException, IOException {
        EventColumns columns = EventColumns.of(rows, "events");
        try (Connection connection = place.connect()) {
            connection.setAutoCommit(false);
            execute(connection, "SET search_path = " + SCHEMA_BY_HAND);
            for (String table : TABLES) {
                stage(connection, table, csv.resolve(table + ".csv"), EventColumns.of(rows, table));
            }
            execute(
                    connection,
                    "INSERT INTO events (" + columns.list() + ") SELECT " + columns.of("s")
                            + " FROM stage_events s ON CONFLICT (id) DO UPDATE SET "
                            + columns.without("id").assignments("excluded"));
            for (String table : TABLES.subList(1, TABLES.size())) {
                String list = EventColumns.of(rows, table).list();
                execute(
                        connection,
                        "DELETE FROM " + table + " WHERE _dlt_root_id IN (SELECT _dlt_id FROM stage_events)");
                execute(connection, "INSERT INTO " + table + " (" + list + ") SELECT " + list + " FROM stage_" + table);
            }
            connection.commit();
        }
    }

    private static void stage(Connection connection, String table, Path file, EventColumns columns)
            throws SQLException, IOException {
        String stage = "stage_" + table;
        execute(connection, "CREATE TEMPORARY TABLE " + stage + " (LIKE " + table + ") ON COMMIT DROP");
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + stage + " (" + columns.list() + ") FROM STDIN (FORMAT csv)", reader);
        }
        execute(connection, "ANALYZE " + stage);
    }

    /** The rows as text, which is not measured: by hand they would be there. */
    private static void writeCsv(LoadPackage rows, Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(connection, "SET TimeZone = 'UTC'");
            for (String table : TABLES) {
                String files = EventColumns.parts(rows, table).stream()
                        .map(PartFile::file)
                        .map(file -> "'" + file + "'")
                        .collect(Collectors.joining(", "));
                execute(
                        connection,
                        "COPY (" + EventColumns.SELECT + "read_parquet([" + files + "])) TO '"
                                + folder.resolve(table + ".csv") + "' (FORMAT csv, HEADER false)");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
