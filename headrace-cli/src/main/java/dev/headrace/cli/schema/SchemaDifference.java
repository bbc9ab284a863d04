package dev.headrace.cli.schema;

import dev.headrace.engine.document.SchemaContent;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two schemas differ in: tables, their properties, columns and their types and hints. System tables, what the normaliser
 * remembers, and the order of columns do not count.
 */
public final class SchemaDifference {

    private final List<String> lines = new ArrayList<>();

    private SchemaDifference() {}

    /**
     * One line for each difference, empty when there is none: {@code -} leads what only the first has, {@code +} what only the
     * second has, {@code ~} what both have in another way.
     */
    public static List<String> lines(SchemaContent first, SchemaContent second) {
        SchemaDifference difference = new SchemaDifference();
        Map<String, TableSchema> before = tables(first);
        Map<String, TableSchema> after = tables(second);
        union(before.keySet(), after.keySet()).forEach(name -> difference.table(before.get(name), after.get(name)));
        if (!Objects.equals(first.contract(), second.contract())) {
            difference.lines.add("~ schema_contract of all tables: "
                    + contract(first.contract().orElse(null)) + " -> "
                    + contract(second.contract().orElse(null)));
        }
        return difference.lines;
    }

    private static Map<String, TableSchema> tables(SchemaContent schema) {
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        UserTables.of(schema).forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    private void table(@Nullable TableSchema before, @Nullable TableSchema after) {
        if (before == null && after != null) {
            lines.add("+ table " + summary(after));
        } else if (before != null && after == null) {
            lines.add("- table " + summary(before));
        } else if (before != null && after != null) {
            changed("~ table " + before.name(), properties(before), properties(after));
            union(before.columnsByName().keySet(), after.columnsByName().keySet())
                    .forEach(name -> column(
                            before.name(),
                            before.columnsByName().get(name),
                            after.columnsByName().get(name)));
        }
    }

    private void column(String table, @Nullable ColumnSchema before, @Nullable ColumnSchema after) {
        if (before == null && after != null) {
            lines.add("+ " + table + "." + after.name() + " " + type(after));
        } else if (before != null && after == null) {
            lines.add("- " + table + "." + before.name() + " " + type(before));
        } else if (before != null && after != null) {
            changed("~ " + table + "." + before.name(), properties(before), properties(after));
        }
    }

    private void changed(String what, Map<String, Object> before, Map<String, Object> after) {
        List<String> changes = new ArrayList<>();
        for (String key : new TreeSet<>(union(before.keySet(), after.keySet()))) {
            Object old = before.getOrDefault(key, "none");
            Object now = after.getOrDefault(key, "none");
            if (!old.equals(now)) {
                changes.add(key + " " + old + " -> " + now);
            }
        }
        if (!changes.isEmpty()) {
            lines.add(what + ": " + String.join(", ", changes));
        }
    }

    private static Map<String, Object> properties(ColumnSchema column) {
        Map<String, Object> properties = new LinkedHashMap<>(column.hints());
        properties.put("data_type", type(column));
        properties.put("nullable", column.nullable());
        return properties;
    }

    private static Map<String, Object> properties(TableSchema table) {
        Map<String, Object> properties = new LinkedHashMap<>(table.properties());
        properties.remove(Hints.NORMALIZER);
        put(properties, "parent", table.parent());
        put(properties, "schema_contract", table.contract() == null ? null : contract(table.contract()));
        put(properties, "write_disposition", disposition(table.disposition()));
        return properties;
    }

    private static void put(Map<String, Object> properties, String key, @Nullable String value) {
        if (value != null) {
            properties.put(key, value);
        }
    }

    static @Nullable String disposition(@Nullable WriteDisposition disposition) {
        if (disposition == null) {
            return null;
        }
        return disposition instanceof WriteDisposition.Merge merge
                ? "merge (" + merge.strategy().label() + ")"
                : disposition.label();
    }

    static String contract(@Nullable SchemaContract contract) {
        if (contract == null) {
            return "none";
        }
        return "tables " + contract.tables().label() + ", columns "
                + contract.columns().label() + ", data_type "
                + contract.dataType().label();
    }

    private static String summary(TableSchema table) {
        int columns = table.completeColumns().size();
        return table.name() + " (" + columns + (columns == 1 ? " column)" : " columns)");
    }

    private static String type(ColumnSchema column) {
        return column.isComplete() ? column.requiredType().label() : "not known yet";
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
    }
}
