package dev.headrace.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table whose values are those of columns of another one. It documents: no constraint follows from it.
 *
 * @param columns of the table that has the reference; not empty
 * @param referencedTable the other table
 * @param referencedColumns of the other table, as many and in the same order
 * @param label what the relation means, such as {@code written by}; null: nothing is said
 * @param cardinality from the table that has the reference to the other one; one of {@link #CARDINALITIES}; null: nothing is
 *     said
 */
public record TableReference(
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        @Nullable String label,
        @Nullable String cardinality) {

    /** Key of the references of a table in a schema document. */
    public static final String KEY = "references";

    /** The cardinalities that a schema document knows. */
    public static final List<String> CARDINALITIES = List.of(
            "zero_to_one",
            "one_to_zero",
            "zero_to_many",
            "many_to_zero",
            "one_to_many",
            "many_to_one",
            "one_to_one",
            "many_to_many");

    public TableReference {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException("A reference has as many columns as it refers to, and at least one: "
                    + columns + ", " + referencedColumns);
        }
    }

    /** A reference about which nothing else is said. */
    public TableReference(List<String> columns, String referencedTable, List<String> referencedColumns) {
        this(columns, referencedTable, referencedColumns, null, null);
    }

    /** As the schema document writes it. */
    public Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("referenced_table", referencedTable);
        document.put("columns", columns);
        document.put("referenced_columns", referencedColumns);
        if (label != null) {
            document.put("label", label);
        }
        if (cardinality != null) {
            document.put("cardinality", cardinality);
        }
        return document;
    }

    /** Reads what a schema document says; empty when it is no whole reference. */
    public static Optional<TableReference> ofDocument(@Nullable Object document) {
        if (!(document instanceof Map<?, ?> map) || !(map.get("referenced_table") instanceof String table)) {
            return Optional.empty();
        }
        List<String> columns = texts(map.get("columns"));
        List<String> referenced = texts(map.get("referenced_columns"));
        if (columns.isEmpty() || columns.size() != referenced.size()) {
            return Optional.empty();
        }
        return Optional.of(
                new TableReference(columns, table, referenced, text(map.get("label")), text(map.get("cardinality"))));
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
