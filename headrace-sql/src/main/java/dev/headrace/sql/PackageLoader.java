package dev.headrace.sql;

import dev.headrace.DestinationException;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads one package within the current transaction. */
final class PackageLoader {

    private final SqlConnection connection;
    private final Statements statements;
    private final Catalog catalog;
    private final SystemTables systemTables;
    private final Evolution evolution;
    private final Map<String, Duration> tookByTable = new HashMap<>();

    PackageLoader(SqlConnection connection, Statements statements, Catalog catalog, SystemTables systemTables) {
        this.connection = connection;
        this.statements = statements;
        this.catalog = catalog;
        this.systemTables = systemTables;
        this.evolution = new Evolution(connection, statements, catalog);
    }

    void load(LoadPackage loadPackage, RunListener listener) throws SQLException {
        loadPackage.tables().forEach(PackageLoader::refuseUnknownStrategy);
        connection.execute(statements.createDataset());
        systemTables.create(catalog);
        evolution.apply(loadPackage);
        for (TableChain chain : TableChain.of(loadPackage, catalog)) {
            load(new ChainLoad(chain, connection, statements, evolution, listener, tookByTable));
        }
        systemTables.record(loadPackage);
    }

    private static void refuseUnknownStrategy(TableLoad load) {
        if (load.disposition() instanceof WriteDisposition.Merge merge
                && merge.strategy() != MergeStrategy.DELETE_INSERT) {
            throw new DestinationException("Cannot merge into table '"
                    + load.table().name() + "': the strategy '"
                    + merge.strategy().label()
                    + "' is not supported here yet. Use 'delete-insert', which is the default.");
        }
    }

    private static void load(ChainLoad load) {
        WriteDisposition disposition = load.chain().root().disposition();
        if (disposition instanceof WriteDisposition.Merge merge) {
            new DeleteInsertMerge(load, merge).run();
        } else if (disposition instanceof WriteDisposition.Replace) {
            Replacing.run(load);
        } else {
            load.insertAll();
        }
    }

    /** What became of each table of the package, in its order; asked after the commit. */
    List<TableResult> results(LoadPackage loadPackage) throws SQLException {
        List<TableResult> results = new ArrayList<>();
        for (TableLoad load : loadPackage.tables()) {
            String table = load.table().name();
            long rowsNow = catalog.has(table) ? connection.number(statements.count(table)) : 0;
            results.add(new TableResult(
                    table,
                    load.rows(),
                    rowsNow,
                    evolution.newColumns(table),
                    evolution.created(table),
                    tookByTable.getOrDefault(table, Duration.ZERO)));
        }
        return results;
    }
}
