package dev.headrace.sql;

import dev.headrace.load.LoadPackage;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which tables a load makes and fills without a look at any row: those that are appended to or replaced, and not there yet. */
final class NewTables {

    private final Statements statements;
    private final Catalog catalog;

    NewTables(Statements statements, Catalog catalog) {
        this.statements = statements;
        this.catalog = catalog;
    }

    /** In the order in which the load fills them. */
    List<SideLoad.NewTable> of(LoadPackage loadPackage) {
        Map<String, TableLoad> loads = loadPackage.tables().stream()
                .collect(Collectors.toMap(load -> load.table().name(), Function.identity()));
        List<SideLoad.NewTable> found = new ArrayList<>();
        for (TableLoad root : loadPackage.tables()) {
            if (root.table().isRoot()) {
                for (TableSchema table : loadPackage.schema().chain(root.table())) {
                    TableLoad load = loads.get(table.name());
                    if (load != null && load.rows() > 0 && isOnlyAdded(root, load) && !catalog.has(table.name())) {
                        found.add(new SideLoad.NewTable(load, statements.definition(table.completeColumns())));
                    }
                }
            }
        }
        return found;
    }

    /** Nothing is compared with rows, and none are taken away that the package does not bring. */
    private static boolean isOnlyAdded(TableLoad root, TableLoad load) {
        return isOnlyAdded(root) && isOnlyAdded(load);
    }

    private static boolean isOnlyAdded(TableLoad load) {
        return load.terms().deletes() == null
                && (load.disposition() instanceof WriteDisposition.Append
                        || load.disposition() instanceof WriteDisposition.Replace);
    }
}
