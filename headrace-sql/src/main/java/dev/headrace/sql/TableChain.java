package dev.headrace.sql;

import dev.headrace.load.LoadPackage;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A root table with everything nested below it, and what a package brings for them.
 *
 * @param tables parents before children; those that exist at the destination
 * @param loadsByTable what the package brings; a table that is missing here gets nothing
 */
record TableChain(TableLoad root, List<TableSchema> tables, Map<String, TableLoad> loadsByTable) {

    TableChain {
        tables = List.copyOf(tables);
        loadsByTable = Map.copyOf(loadsByTable);
    }

    /** The chains of a package, in its order; those that are skipped are left out. */
    static List<TableChain> of(LoadPackage loadPackage, Catalog catalog) {
        Map<String, TableLoad> loads = new LinkedHashMap<>();
        loadPackage.tables().forEach(load -> loads.put(load.table().name(), load));
        List<TableChain> chains = new ArrayList<>();
        for (TableLoad load : loadPackage.tables()) {
            if (load.table().isRoot() && !(load.disposition() instanceof WriteDisposition.Skip)) {
                chains.add(of(load, loadPackage.schema(), loads, catalog));
            }
        }
        return chains;
    }

    private static TableChain of(TableLoad root, Schema schema, Map<String, TableLoad> loads, Catalog catalog) {
        List<TableSchema> tables = schema.chain(root.table()).stream()
                .filter(table -> catalog.has(table.name()))
                .toList();
        Map<String, TableLoad> own = new LinkedHashMap<>();
        for (TableSchema table : tables) {
            TableLoad load = loads.get(table.name());
            if (load != null && !load.parts().isEmpty()) {
                own.put(table.name(), load);
            }
        }
        return new TableChain(root, tables, own);
    }

    /** Whether the table holds nothing but the rows of this package: it says so itself, or the nearest table above does. */
    boolean isReplaced(TableSchema table) {
        if (table.isRoot()) {
            return root.disposition() instanceof WriteDisposition.Replace;
        }
        if (table.disposition() != null) {
            return table.disposition() instanceof WriteDisposition.Replace;
        }
        return tables.stream()
                .filter(above -> above.name().equals(table.parent()))
                .findFirst()
                .map(this::isReplaced)
                .orElseGet(() -> isReplaced(root.table()));
    }

    String rootName() {
        return root.table().name();
    }

    /** What the package brings for a table; empty when that is nothing. */
    Optional<TableLoad> load(TableSchema table) {
        return Optional.ofNullable(loadsByTable.get(table.name()));
    }

    /** The nested tables, parents before children. */
    List<TableSchema> nested() {
        return tables.stream().filter(table -> !table.isRoot()).toList();
    }

    /** The schema of a nested table's parent. */
    TableSchema parent(TableSchema table) {
        return tables.stream()
                .filter(candidate -> candidate.name().equals(table.parent()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(table.name() + " has no parent " + table.parent()));
    }
}
