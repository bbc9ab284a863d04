package dev.headrace.bench.postgres;

import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.events.EventTotals;
import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.measure.ProcessMeter;
import dev.headrace.bench.merge.MergeTotals;
import dev.headrace.bench.merge.PostgresPlace;
import dev.headrace.bench.merge.Stopwatch;
import dev.headrace.bench.whole.Folders;
import dev.headrace.bench.whole.HeadraceCandidate;
import dev.headrace.bench.whole.ReportedSeconds;
import dev.headrace.bench.whole.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Rounds of loads into one PostgreSQL: Headrace from the API to committed tables, and COPY of the same tables. They take turns
 * in being first, each finds its tables missing and the server with nothing left to write.
 */
final class PostgresLoads {

    static final String HEADRACE = "headrace";
    static final String EXTRACTION = "of it extraction";
    static final String LOAD = "of it load";
    static final String COPY = "\\copy";
    static final String BOTH = "extraction and \\copy";

    private final HeadraceCandidate headrace;
    private final Workload work;
    private final PostgresPlace place;
    private final MergeTotals expected;
    private final Path scratch;
    private final CopiedTables copied;
    private final Comparison comparison = new Comparison();

    /** @param folder for the files to copy; must exist */
    PostgresLoads(HeadraceCandidate headrace, Workload work, PostgresPlace place, Path folder) {
        this.headrace = headrace;
        this.work = work;
        this.place = place;
        this.expected = MergeTotals.of(EventTotals.of(EventSet.first(work.records())));
        this.scratch = folder.resolve("headrace");
        this.copied = new CopiedTables(place, folder.resolve("csv"), headrace.schema());
    }

    /** What both have to load. */
    MergeTotals expected() {
        return expected;
    }

    /** What one round took. */
    private record Round(Measurement headrace, ReportedSeconds phases, Measurement copy) {}

    /** @param rounds counted ones; one before them is not, and makes the files */
    Comparison run(int rounds) throws IOException, InterruptedException, SQLException {
        requireAbsent(headrace.schema());
        requireAbsent(CopiedTables.SCHEMA);
        loadByHeadrace();
        copied.export();
        loadByCopy();
        for (int round = 1; round <= rounds; round++) {
            Round taken = round(round % 2 == 1);
            keep(taken);
            System.err.printf(
                    "round %d  headrace %.2f s, of it extraction %.2f s, \\copy %.2f s%n",
                    round, taken.headrace.wallSeconds(), taken.phases.reading(), taken.copy.wallSeconds());
        }
        drop(headrace.schema());
        drop(CopiedTables.SCHEMA);
        return comparison;
    }

    /** The tables of COPY are like those of Headrace, which are there from the round before. */
    private Round round(boolean headraceFirst) throws IOException, InterruptedException, SQLException {
        if (headraceFirst) {
            Measurement taken = loadByHeadrace();
            return new Round(taken, ReportedSeconds.of(HeadraceCandidate.report(scratch)), loadByCopy());
        }
        Measurement copy = loadByCopy();
        Measurement taken = loadByHeadrace();
        return new Round(taken, ReportedSeconds.of(HeadraceCandidate.report(scratch)), copy);
    }

    private void keep(Round round) {
        double extraction = round.phases.reading();
        comparison.add(HEADRACE, round.headrace);
        comparison.add(EXTRACTION, wall(extraction));
        comparison.add(LOAD, wall(round.phases.load()));
        comparison.add(COPY, wall(round.copy.wallSeconds()));
        comparison.add(BOTH, wall(extraction + round.copy.wallSeconds()));
    }

    private static Measurement wall(double seconds) {
        return new Measurement(seconds, 0, 0);
    }

    private Measurement loadByHeadrace() throws IOException, InterruptedException, SQLException {
        drop(headrace.schema());
        Folders.empty(scratch);
        List<String> command = headrace.command(scratch, work, place.url());
        settle();
        Measurement taken = new ProcessMeter(scratch).run(command);
        require(HEADRACE, headrace.schema());
        return taken;
    }

    private Measurement loadByCopy() throws IOException, SQLException {
        drop(CopiedTables.SCHEMA);
        settle();
        Measurement taken = Stopwatch.measure(copied::load);
        require(COPY, CopiedTables.SCHEMA);
        return taken;
    }

    /** Nobody pays for what was written before. */
    private void settle() throws SQLException, IOException {
        execute("CHECKPOINT");
        Folders.sync();
    }

    private void require(String candidate, String schema) throws SQLException {
        try (Connection connection = place.connect()) {
            expected.require(candidate, connection, schema);
        }
    }

    /** Schemas of these names are dropped again and again: they must be nobody's. */
    private void requireAbsent(String schema) throws SQLException {
        try (Connection connection = place.connect();
                ResultSet found = connection.getMetaData().getSchemas(null, schema)) {
            if (found.next()) {
                throw new IllegalStateException("Cannot use schema '" + schema + "', which the database has already:"
                        + " drop it, or name another database with --url.");
            }
        }
    }

    private void drop(String schema) throws SQLException {
        execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
