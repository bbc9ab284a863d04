package dev.headrace.sql;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares a schema with the tables that a database really has. */
final class Deviations {

    private final Dialect dialect;
    private final Map<String, Map<String, String>> types;

    Deviations(Dialect dialect) {
        this.dialect = dialect;
        this.types = new TreeMap<>(dialect.identifierOrder());
    }

    void add(String table, String column, String type) {
        types.computeIfAbsent(table, name -> new TreeMap<>(dialect.identifierOrder()))
                .put(column, type);
    }

    /** Tables that never had a row need not be there. */
    List<String> of(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.tables().stream().filter(TableSchema::hasSeenData).forEach(table -> compare(table, lines));
        return lines;
    }

    private void compare(TableSchema table, List<String> lines) {
        Map<String, String> columns = types.get(table.name());
        if (columns == null) {
            lines.add("table " + table.name() + " is missing");
            return;
        }
        for (ColumnSchema column : table.completeColumns()) {
            String there = columns.get(column.name());
            String expected = dialect.columnType(column);
            if (there == null) {
                lines.add(table.name() + "." + column.name() + " is missing");
            } else if (!plain(there).equals(plain(expected))) {
                lines.add(table.name() + "." + column.name() + " has the type " + there + ", expected " + expected);
            }
        }
    }

    /** Databases spell some types in more than one way. */
    private static String plain(String type) {
        return type.toLowerCase(Locale.ROOT)
                .replace("character varying", "varchar")
                .replace(" ", "");
    }
}
