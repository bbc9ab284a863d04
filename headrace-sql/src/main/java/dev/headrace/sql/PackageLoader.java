package dev.headrace.sql;

import dev.headrace.deletes.DeleteOrder;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.Reset;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Loads one package within the current transaction. */
final class PackageLoader {

    private final SqlConnection connection;
    private final Statements statements;
    private final Catalog catalog;
    private final SystemTables systemTables;
    private final Evolution evolution;
    private final ReplaceStrategy replaceStrategy;
    private final SideLoad side;
    private final LoadCounts counts = new LoadCounts();
    private final Map<String, DeleteResult> deletes = new HashMap<>();

    PackageLoader(
            SqlConnection connection,
            Statements statements,
            Catalog catalog,
            SystemTables systemTables,
            ReplaceStrategy replaceStrategy,
            SideLoad side) {
        this.connection = connection;
        this.statements = statements;
        this.catalog = catalog;
        this.systemTables = systemTables;
        this.replaceStrategy = replaceStrategy;
        this.side = side;
        this.evolution = new Evolution(connection, statements, catalog, side);
    }

    void load(LoadPackage loadPackage, RunListener listener) throws SQLException {
        connection.execute(statements.createDataset());
        systemTables.create(catalog);
        takeAway(loadPackage);
        side.begin(connection, new NewTables(statements, catalog).of(loadPackage));
        evolution.apply(loadPackage);
        for (TableChain chain : TableChain.of(loadPackage, catalog)) {
            ChainLoad load = new ChainLoad(chain, connection, statements, evolution, side, listener, counts);
            new ReplayedErrors(load).refuse(loadPackage.id());
            takeAway(load, loadPackage);
            load(load, loadPackage.createdAt());
            load.verify();
        }
        systemTables.record(loadPackage);
    }

    private void takeAway(LoadPackage loadPackage) throws SQLException {
        Reset reset = loadPackage.reset();
        for (String table : reset.tables()) {
            if (catalog.has(table)) {
                connection.execute(reset.drops() ? statements.dropTable(table) : statements.deleteAll(table));
                if (reset.drops()) {
                    catalog.remove(table);
                }
            }
        }
        if (reset.drops()) {
            systemTables.forgetVersions(loadPackage.schema().name());
        }
    }

    private void takeAway(ChainLoad load, LoadPackage loadPackage) {
        TableLoad root = load.chain().root();
        DeleteOrder order = root.terms().deletes();
        if (order != null) {
            load.on(root.table(), "find rows that are gone in", () -> {
                boolean late = systemTables.hasLaterLoads(loadPackage.schema().name(), loadPackage.id());
                deletes.put(root.table().name(), new VanishedRows(load, order).takeAway(late, loadPackage.createdAt()));
            });
        }
    }

    private void load(ChainLoad load, Instant begun) {
        WriteDisposition disposition = load.chain().root().disposition();
        if (disposition instanceof WriteDisposition.Merge merge) {
            merge(load, merge, begun);
        } else {
            Replacing.run(load, replaceStrategy);
        }
    }

    private static void merge(ChainLoad load, WriteDisposition.Merge merge, Instant begun) {
        TableSchema root = load.chain().root().table();
        List<String> primaryKey = root.columnsWith(Hints.PRIMARY_KEY);
        List<String> unique = merge.deduplicated() ? List.of() : primaryKey;
        switch (merge.strategy()) {
            case DELETE_INSERT ->
                new DeleteInsertMerge(load, List.of(primaryKey, root.columnsWith(Hints.MERGE_KEY)), unique).run();
            // The ids of the new rows follow from the key: rows that come in the place of others have the same.
            case UPSERT -> new DeleteInsertMerge(load, List.of(primaryKey), unique).run();
            case INSERT_ONLY -> new InsertOnlyMerge(load, primaryKey, unique).run();
            case SCD2 -> new HistoryMerge(load, begun).run();
        }
    }

    /** What became of each table of the package, in its order; asked after the commit. */
    List<TableResult> results(LoadPackage loadPackage) throws SQLException {
        List<TableResult> results = new ArrayList<>();
        for (TableLoad load : loadPackage.tables()) {
            String table = load.table().name();
            RowsNow now = rowsNow(table);
            results.add(new TableResult(
                    table,
                    load.rows(),
                    now.rows(),
                    evolution.newColumns(table),
                    evolution.created(table),
                    counts.took(table),
                    now.estimated(),
                    counts.changes(load),
                    deletes.get(table)));
        }
        return results;
    }

    /** How many rows a table has. */
    private record RowsNow(long rows, boolean estimated) {}

    /** Rows of a new table were counted as they came: all strategies count what is left of duplicates and deletes. */
    private RowsNow rowsNow(String table) throws SQLException {
        if (!catalog.has(table) || evolution.created(table)) {
            return new RowsNow(counts.inserted(table), false);
        }
        OptionalLong estimate = statements.estimatedRows(connection, table);
        return estimate.isPresent()
                ? new RowsNow(estimate.getAsLong(), true)
                : new RowsNow(connection.number(statements.count(table)), false);
    }
}
