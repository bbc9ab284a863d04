package dev.headrace.testkit.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their links to parents. Gives every row a signature free of random ids: its values, whether its ids name the rows
 * they should, and the signatures of the rows nested in it. Two datasets are equal if each table has the same multiset of
 * signatures.
 */
final class LinkedRows {

    private static final Set<String> ID_COLUMNS = Set.of("_dlt_id", "_dlt_parent_id", "_dlt_root_id");
    private static final int DEEPEST = 50;

    /** One row and where it stands. */
    record Row(String table, Map<String, @Nullable Object> values) {
        @Nullable
        String id(String column) {
            return values.get(column) == null ? null : String.valueOf(values.get(column));
        }
    }

    private final Map<String, List<Row>> tables = new LinkedHashMap<>();
    private final BiPredicate<String, Object> isLiteral;
    private final Map<String, Set<String>> compared;
    private final Map<String, List<Row>> byId = new HashMap<>();
    private final Map<String, List<Row>> byParent = new HashMap<>();

    /**
     * @param isLiteral whether an id of a table is to be compared as it is
     * @param compared the only columns that count, for tables that name them
     */
    LinkedRows(
            Map<String, List<Map<String, @Nullable Object>>> rows,
            BiPredicate<String, Object> isLiteral,
            Map<String, Set<String>> compared) {
        this.isLiteral = isLiteral;
        this.compared = compared;
        for (Map.Entry<String, List<Map<String, @Nullable Object>>> table : rows.entrySet()) {
            List<Row> linked = new ArrayList<>();
            for (Map<String, @Nullable Object> values : table.getValue()) {
                linked.add(new Row(table.getKey(), values));
            }
            tables.put(table.getKey(), linked);
        }
        tables.values().forEach(list -> list.forEach(this::link));
    }

    private void link(Row row) {
        String id = row.id("_dlt_id");
        if (id != null) {
            byId.computeIfAbsent(id, k -> new ArrayList<>()).add(row);
        }
        String parent = row.id("_dlt_parent_id");
        if (parent != null && counts(row.table(), "_dlt_parent_id")) {
            byParent.computeIfAbsent(parent, k -> new ArrayList<>()).add(row);
        }
    }

    private boolean counts(String table, String column) {
        Set<String> columns = compared.get(table);
        return columns == null || columns.contains(column);
    }

    /** The signatures of a table's rows, sorted. */
    List<String> signatures(String table) {
        List<String> signatures = new ArrayList<>();
        tables.getOrDefault(table, List.of()).forEach(row -> signatures.add(signature(row, 0)));
        Collections.sort(signatures);
        return signatures;
    }

    private String signature(Row row, int depth) {
        List<Object> nested = new ArrayList<>();
        String id = row.id("_dlt_id");
        if (id != null && depth < DEEPEST && counts(row.table(), "_dlt_id")) {
            for (Row child : byParent.getOrDefault(id, List.of())) {
                nested.add(child.table() + signature(child, depth + 1));
            }
        }
        nested.sort(null);
        return Json.canonical(List.of(ownValues(row), nested));
    }

    private Map<String, @Nullable Object> ownValues(Row row) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        row.values().forEach((column, value) -> {
            if (value != null && counts(row.table(), column)) {
                describe(row, column, value, own);
            }
        });
        return own;
    }

    private void describe(Row row, String column, Object value, Map<String, @Nullable Object> own) {
        if (!ID_COLUMNS.contains(column) || isLiteral.test(row.table(), value)) {
            own.put(column, value);
        } else if (column.equals("_dlt_parent_id")) {
            own.put(column, byId.containsKey(value.toString()) ? "<linked>" : "<orphan>");
        } else if (column.equals("_dlt_root_id")) {
            own.put(column, rootMark(row, value.toString()));
        }
    }

    private String rootMark(Row row, String root) {
        if (Objects.equals(top(row, 0), root)) {
            return "<root>";
        }
        return byId.containsKey(root) ? "<other row>" : "<orphan>";
    }

    private @Nullable String top(Row row, int depth) {
        String parent = row.id("_dlt_parent_id");
        if (parent == null) {
            return row.id("_dlt_id");
        }
        List<Row> above = byId.getOrDefault(parent, List.of()).stream()
                .filter(r -> r != row)
                .toList();
        return above.isEmpty() || depth > DEEPEST ? null : top(above.get(0), depth + 1);
    }
}
