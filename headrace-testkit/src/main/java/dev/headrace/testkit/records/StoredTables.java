package dev.headrace.testkit.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tables as they were stored, for a comparison with {@link PlainTables}: links become the texts of the rows they lead to, so
 * that ids do not matter.
 */
public final class StoredTables {

    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> byId = new HashMap<>();
    private final Map<String, String> tableOf = new HashMap<>();

    /**
     * Adds a table.
     *
     * @param content rows with all of their columns; absent values are left out
     */
    public void add(String table, List<Map<String, String>> content) {
        rows.put(table, content);
        for (Map<String, String> row : content) {
            String id = Objects.requireNonNull(row.get("_dlt_id"), table);
            if (byId.put(id, row) != null) {
                throw new AssertionError("Two rows have the id " + id + ", one of them in " + table);
            }
            tableOf.put(id, table);
        }
    }

    /** The names of all tables. */
    public List<String> names() {
        return List.copyOf(rows.keySet());
    }

    /**
     * What differs from the tables of a model, a few rows of each table; empty when nothing does.
     *
     * @param columns by table, name and type of each column that comes from data, such as {@code id bigint}, in order
     */
    public List<String> differences(PlainTables model, Map<String, List<String>> columns) {
        List<String> differences = new ArrayList<>();
        add(differences, "tables", List.copyOf(model.rows().keySet()), names());
        model.types().forEach((table, types) -> {
            List<String> expected = new ArrayList<>();
            types.forEach((column, type) -> expected.add(column + " " + type));
            List<String> found = columns.getOrDefault(table, List.of());
            if (!found.equals(expected)) {
                differences.add("columns of " + table + ": expected " + expected + ", found " + found);
            }
            add(differences, table, model.rows().getOrDefault(table, List.of()), texts(table));
        });
        return differences;
    }

    private static void add(List<String> differences, String what, List<String> expected, List<String> found) {
        without(expected, found).forEach(each -> differences.add("missing in " + what + ": " + each));
        without(found, expected).forEach(each -> differences.add("too much in " + what + ": " + each));
    }

    /** The first few of the texts that the others do not have, each as often as it is there. */
    private static List<String> without(List<String> texts, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(text -> counts.merge(text, 1, Integer::sum));
        return texts.stream()
                .filter(text -> counts.merge(text, -1, Integer::sum) < 0)
                .limit(5)
                .toList();
    }

    private List<String> texts(String table) {
        return rows.getOrDefault(table, List.of()).stream().map(this::text).toList();
    }

    private String text(Map<String, String> row) {
        Map<String, String> data = new LinkedHashMap<>(row);
        data.keySet().removeIf(column -> column.startsWith("_dlt"));
        String parent = row.get("_dlt_parent_id");
        return PlainTables.text(data, parent == null ? "" : place(parent, row));
    }

    private String place(String parent, Map<String, String> row) {
        Map<String, String> above = byId.get(parent);
        return " [" + row.get("_dlt_list_idx") + "] of "
                + (above == null ? "no row" : tableOf.get(parent) + " " + text(above));
    }
}
