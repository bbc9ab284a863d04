package dev.headrace.sql;

import dev.headrace.DestinationException;
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

/** Loads one chain of tables within the current transaction: what the ways of loading share. */
final class ChainLoad {

    private final TableChain chain;
    private final SqlConnection connection;
    private final Statements statements;
    private final Evolution evolution;
    private final RunListener listener;
    private final Map<String, StagedRows> stagedByTable = new HashMap<>();
    private final Map<String, Duration> tookByTable;

    /** @param tookByTable filled with the time that the rows of each table took */
    ChainLoad(
            TableChain chain,
            SqlConnection connection,
            Statements statements,
            Evolution evolution,
            RunListener listener,
            Map<String, Duration> tookByTable) {
        this.chain = chain;
        this.connection = connection;
        this.statements = statements;
        this.evolution = evolution;
        this.listener = listener;
        this.tookByTable = tookByTable;
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
        timed(load, () -> {
            if (!condition.isEmpty() || !insertDirectly(load)) {
                StagedRows rows = staged(load);
                connection.execute(statements.insertSelect(load.table().name(), rows, condition, values));
            }
        });
    }

    /** Puts the rows of a table in place, and tells so. */
    void timed(TableLoad load, SqlStep step) throws SQLException {
        long start = System.nanoTime();
        step.run();
        String table = load.table().name();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        tookByTable.merge(table, took, Duration::plus);
        listener.on(new RunEvent.TableLoaded(table, load.rows(), took));
    }

    private boolean insertDirectly(TableLoad load) throws SQLException {
        String table = load.table().name();
        return !stagedByTable.containsKey(table)
                && statements.dialect().insertDirectly(connection, statements.table(table), load);
    }

    /** Statements about one table. */
    @FunctionalInterface
    interface SqlStep {
        void run() throws SQLException;
    }
}
