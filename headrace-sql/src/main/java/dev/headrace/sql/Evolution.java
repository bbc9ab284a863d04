package dev.headrace.sql;

import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Schema;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings the tables of a dataset up to a schema: makes what is missing, compared with what the database really has. Types
 * and constraints of columns that exist are never touched.
 */
final class Evolution {

    private final SqlConnection connection;
    private final Statements statements;
    private final Catalog catalog;
    private final SideLoad side;
    private final Set<String> created = new LinkedHashSet<>();
    private final Map<String, List<String>> newColumns = new LinkedHashMap<>();

    /** @param side makes some of the missing tables by itself */
    Evolution(SqlConnection connection, Statements statements, Catalog catalog, SideLoad side) {
        this.connection = connection;
        this.statements = statements;
        this.catalog = catalog;
        this.side = side;
    }

    boolean created(String table) {
        return created.contains(table);
    }

    boolean has(String table, String column) {
        return catalog.has(table, column);
    }

    List<String> newColumns(String table) {
        return newColumns.getOrDefault(table, List.of());
    }

    /** Makes missing tables and columns; tables that never had a row are left out. */
    void apply(LoadPackage loadPackage) throws SQLException {
        Map<String, TableLoad> loads = loadPackage.tables().stream()
                .collect(Collectors.toMap(load -> load.table().name(), Function.identity()));
        for (TableSchema table : loadPackage.schema().tables()) {
            TableLoad load = loads.get(table.name());
            boolean filled = load != null && load.rows() > 0;
            if (isLoaded(loadPackage.schema(), table) && (filled || table.hasSeenData())) {
                apply(loadPackage.schema(), table, load == null ? List.of() : load.parts());
            }
        }
        TableLoad errors = loads.get(ErrorsTable.NAME);
        if (errors != null) {
            apply(loadPackage.schema(), errors.table(), errors.parts()); // no schema lists it
        }
    }

    private static boolean isLoaded(Schema schema, TableSchema table) {
        return !SystemTables.NAMES.contains(table.name())
                && !(root(schema, table).disposition() instanceof WriteDisposition.Skip)
                && !table.completeColumns().isEmpty();
    }

    private static TableSchema root(Schema schema, TableSchema table) {
        TableSchema root = table;
        while (root.parent() != null) {
            root = required(schema, root.parent());
        }
        return root;
    }

    private static TableSchema required(Schema schema, String table) {
        return schema.findTable(table).orElseThrow(() -> new IllegalStateException("the schema has no table " + table));
    }

    private void apply(Schema schema, TableSchema table, List<PartFile> parts) throws SQLException {
        List<ColumnSchema> missing = table.completeColumns().stream()
                .filter(column -> !catalog.has(table.name(), column.name()))
                .toList();
        if (!catalog.has(table.name())) {
            if (!side.has(table.name())) {
                connection.execute(statements.createTable(connection, table.name(), missing, parts));
            }
            created.add(table.name());
        } else {
            for (ColumnSchema column : missing) {
                connection.execute(statements.addColumn(table.name(), column));
            }
        }
        missing.forEach(column -> catalog.add(table.name(), column.name()));
        if (!created(table.name()) && !missing.isEmpty()) {
            newColumns.put(
                    table.name(), missing.stream().map(ColumnSchema::name).toList());
            fillRootKey(schema, table);
        }
    }

    /** Rows from before a table had a root key get it from their parents, so that a merge finds them. */
    private void fillRootKey(Schema schema, TableSchema table) throws SQLException {
        String parent = table.parent();
        if (parent == null || !newColumns(table.name()).contains(SystemColumns.ROOT_ID)) {
            return;
        }
        String rootId = statements.dialect().quote(SystemColumns.ROOT_ID);
        String parentId = statements.dialect().quote(SystemColumns.PARENT_ID);
        String update = "UPDATE " + statements.table(table.name()) + " AS d SET " + rootId + " = ";
        if (required(schema, parent).isRoot()) {
            connection.execute(update + "d." + parentId);
        } else {
            connection.execute(update + "p." + rootId + " FROM " + statements.table(parent) + " p WHERE d." + parentId
                    + " = " + statements.column("p", SystemColumns.ID));
        }
    }
}
