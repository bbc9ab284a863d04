package dev.headrace.sql;

import dev.headrace.DestinationException;
import dev.headrace.destination.RowChanges;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Loads one chain of tables within the current transaction: what the ways of loading share. */
final class ChainLoad {

    private final TableChain chain;
    private final SqlConnection connection;
    private final Statements statements;
    private final Evolution evolution;
    private final SideLoad side;
    private final RunListener listener;
    private final Map<String, StagedRows> stagedByTable = new HashMap<>();
    /** What was found by query: no rows are added to those that were staged. */
    private final Map<String, Boolean> repeated = new HashMap<>();

    private final LoadCounts counts;

    /**
     * @param side fills some of the tables
     * @param counts takes note of what is inserted
     */
    ChainLoad(
            TableChain chain,
            SqlConnection connection,
            Statements statements,
            Evolution evolution,
            SideLoad side,
            RunListener listener,
            LoadCounts counts) {
        this.chain = chain;
        this.connection = connection;
        this.statements = statements;
        this.evolution = evolution;
        this.side = side;
        this.listener = listener;
        this.counts = counts;
    }

    TableChain chain() {
        return chain;
    }

    Statements statements() {
        return statements;
    }

    SqlConnection connection() {
        return connection;
    }

    /** Whether the table had rows before this load. */
    boolean hadRows(TableSchema table) throws SQLException {
        return !evolution.created(table.name())
                && connection.any("SELECT 1 FROM " + statements.table(table.name()) + " LIMIT 1", List.of());
    }

    /** A column, as it stands in statements, by which rows of a stored table are found fastest within the transaction. */
    String rowAddress(TableSchema table) {
        return statements
                .dialect()
                .rowAddress()
                .filter(address -> !evolution.has(table.name(), address))
                .orElseGet(() -> statements.dialect().quote(SystemColumns.ID));
    }

    /** The new rows of a table that has some. */
    StagedRows staged(TableLoad load) throws SQLException {
        StagedRows known = stagedByTable.get(load.table().name());
        if (known == null) {
            known = statements.dialect().stage(connection, load);
            stagedByTable.put(load.table().name(), known);
        }
        return known;
    }

    /** Whether several new rows have the same key, or none at all; never where there is no key. */
    boolean hasRepeated(StagedRows rows, List<String> key) throws SQLException {
        if (key.isEmpty() || !rows.hasAll(key)) {
            return false;
        }
        String query = "SELECT 1 FROM " + rows.relation() + " s GROUP BY "
                + Statements.list(key, statements.dialect()::quote)
                + " HAVING count(*) > 1 LIMIT 1";
        Boolean known = repeated.get(query);
        if (known == null) {
            known = connection.any(query, List.of());
            repeated.put(query, known);
        }
        return known;
    }

    /** Tells whoever listens to the load. */
    void tell(RunEvent event) {
        listener.on(event);
    }

    /** Runs statements about one table; failures tell which. */
    void on(TableSchema table, String doing, SqlStep step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw failure(table, doing, e);
        }
    }

    private DestinationException failure(TableSchema table, String doing, SQLException cause) {
        return statements.dialect().failure(doing + " table '" + table.name() + "'", cause);
    }

    /** So many of a table's new rows are to be inserted, although not all of them. */
    void expect(TableSchema table, long rows) {
        counts.expect(table.name(), rows);
    }

    /** Inserts the rows of every table. */
    void insertAll() {
        for (TableSchema table : chain.tables()) {
            insert(table, "");
        }
    }

    /**
     * Inserts the rows of a table, if it has any, that meet a condition.
     *
     * @param condition over the alias {@code s}; empty for all rows
     */
    void insert(TableSchema table, String condition) {
        insert(table, condition, Map.of());
    }

    /** @param values expressions by column: what stands there in all rows, whatever they bring themselves */
    void insert(TableSchema table, String condition, Map<String, String> values) {
        chain.load(table).ifPresent(load -> on(table, "load into", () -> insert(load, condition, values)));
    }

    /** The new rows of a table that has some, as something to select from. */
    String relation(TableSchema table) {
        try {
            return staged(chain.load(table).orElseThrow()).relation();
        } catch (SQLException e) {
            throw failure(table, "read the new rows of", e);
        }
    }

    private void insert(TableLoad load, String condition, Map<String, String> values) throws SQLException {
        if (condition.isEmpty()) {
            counts.expect(load.table().name(), load.rows());
        }
        if (side.has(load.table().name())) {
            // All rows as they are: only tables to which a load does nothing else are filled there, see NewTables.
            SideLoad.Filled filled = side.bringIn(connection, load.table().name());
            inserted(load, filled.rows(), filled.took());
            return;
        }
        timed(load, () -> {
            OptionalLong directly = condition.isEmpty() ? insertDirectly(load) : OptionalLong.empty();
            return directly.isPresent()
                    ? directly.getAsLong()
                    : connection.update(statements.insertSelect(load.table().name(), staged(load), condition, values));
        });
    }

    /** Puts the rows of a table in place, and tells so. */
    void timed(TableLoad load, CountedStep step) throws SQLException {
        long start = System.nanoTime();
        long inserted = step.run();
        inserted(load, inserted, Duration.ofNanos(System.nanoTime() - start));
    }

    private void inserted(TableLoad load, long inserted, Duration took) {
        String table = load.table().name();
        counts.inserted(table, inserted, took);
        listener.on(new RunEvent.TableLoaded(table, load.rows(), took));
    }

    private OptionalLong insertDirectly(TableLoad load) throws SQLException {
        String table = load.table().name();
        return stagedByTable.containsKey(table)
                ? OptionalLong.empty()
                : statements.dialect().insertDirectly(connection, statements.table(table), load);
    }

    /**
     * Compares what is to be in the tables with what the statements say that they inserted.
     *
     * @throws DestinationException when a table that has to be exact is not
     */
    void verify() {
        for (TableLoad load : chain.loadsByTable().values()) {
            String table = load.table().name();
            RowChanges changes = counts.changes(load);
            if (changes == null || counts.isAsExpected(table)) {
                continue;
            }
            String numbers = "of " + (load.rows() - changes.leftOut()) + " rows that were to be inserted into table '"
                    + table + "', the database says that it inserted " + changes.inserted();
            if (load.terms().exact()) {
                throw new DestinationException("Cannot load into table '" + table + "': " + numbers
                        + ". Completeness is strict, so nothing was changed. Look for triggers, rules and policies on the"
                        + " table, or load what it takes with --completeness report.");
            }
            listener.on(new RunEvent.Warned(
                    null, "Rows are missing: " + numbers + ". Look for triggers, rules and policies on the table."));
        }
    }

    /** Statements that store rows of one table, and say how many. */
    @FunctionalInterface
    interface CountedStep {
        long run() throws SQLException;
    }

    /** Statements about one table. */
    @FunctionalInterface
    interface SqlStep {
        void run() throws SQLException;
    }
}
