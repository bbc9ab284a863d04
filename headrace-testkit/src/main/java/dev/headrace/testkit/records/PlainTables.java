package dev.headrace.testkit.records;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What becomes of records, written down as plainly and slowly as possible: maps, lists and {@link Sample}s in, tables out. Each
 * row is kept as a text that tells its values and those of all rows above it, so that equal texts mean equal links.
 */
public final class PlainTables {

    private final int nameLimit;
    private final UnaryOperator<BigDecimal> wei;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> types = new LinkedHashMap<>();

    /**
     * No tables yet.
     *
     * @param nameLimit characters that names may have: 63, or so many that none is too long
     * @param wei what is stored of a number in a column of type {@code wei}
     */
    public PlainTables(int nameLimit, UnaryOperator<BigDecimal> wei) {
        this.nameLimit = nameLimit;
        this.wei = wei;
    }

    /** By table, the texts of its rows. */
    public Map<String, List<String>> rows() {
        return rows;
    }

    /** By table and column, the type; tables and columns in the order in which they came up. */
    public Map<String, Map<String, String>> types() {
        return types;
    }

    /** Takes a record into table {@code t}. */
    public void load(Object record) {
        addRow("t", record instanceof Map<?, ?> map ? map : Map.of("value", record), "");
    }

    private void addRow(String name, Map<?, ?> item, String place) {
        String table = LongNames.within(nameLimit, name);
        Map<String, Sample> values = new LinkedHashMap<>();
        Map<List<String>, List<?>> lists = new LinkedHashMap<>();
        flatten(item, values, lists);
        Map<String, String> columns = types.computeIfAbsent(table, key -> new LinkedHashMap<>());
        Map<String, String> row = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (value != Sample.NULL) {
                put(columns, row, column, value);
            }
        });
        String text = text(row, place);
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(text);
        Map<String, List<Object>> nested = new LinkedHashMap<>();
        lists.forEach((path, list) -> nested.computeIfAbsent(String.join("__", path), key -> new ArrayList<>())
                .addAll(list));
        nested.forEach((path, list) -> {
            for (int i = 0; i < list.size(); i++) {
                addElement(name + "__" + path, list.get(i), " [" + i + "] of " + table + " " + text);
            }
        });
    }

    /**
     * A row as text: its values in order of their columns' names, and where it hangs.
     *
     * @param place empty for a root row; otherwise {@code " [3] of table "} and the text of the row above
     */
    public static String text(Map<String, String> row, String place) {
        return new TreeMap<>(row) + place;
    }

    private void addElement(String table, Object element, String place) {
        if (element instanceof Map<?, ?> map) {
            addRow(table, map, place);
        } else {
            addRow(table, Map.of(element instanceof List ? "list" : "value", element), place);
        }
    }

    /** Lists stand under the names of the keys that lead to them: those of one name may lie at different places. */
    private static void flatten(Map<?, ?> item, Map<String, Sample> values, Map<List<String>, List<?>> lists) {
        record Open(List<String> place, Map<?, ?> map) {}
        Deque<Open> stack = new ArrayDeque<>(List.of(new Open(List.of(), item)));
        while (!stack.isEmpty()) {
            Open open = stack.pop();
            open.map.forEach((key, value) -> {
                List<String> place = new ArrayList<>(open.place);
                place.add(name((String) key));
                if (value instanceof Map<?, ?> map) {
                    stack.push(new Open(place, map));
                } else if (value instanceof List<?> list) {
                    lists.put(place, list);
                } else {
                    values.put(String.join("__", place), (Sample) value);
                }
            });
        }
    }

    private void put(Map<String, String> columns, Map<String, String> row, String name, Sample value) {
        String column = LongNames.within(nameLimit, name);
        String type = columns.computeIfAbsent(column, key -> value.type());
        String stored = value.in(type);
        if (stored != null) {
            row.put(
                    column,
                    type.equals("wei") ? wei.apply(new BigDecimal(stored)).toPlainString() : stored);
        } else {
            put(columns, row, name + "__v_" + value.kind(), value);
        }
    }

    /** The name of a key by the rules of snake_case for paths. */
    static String name(String key) {
        if (key.isBlank()) {
            return "_empty";
        }
        List<String> parts = new ArrayList<>();
        for (String part : key.strip().split("__")) {
            if (!part.isBlank()) {
                parts.add(identifier(part));
            }
        }
        return parts.isEmpty() ? identifier(key) : String.join("__", parts);
    }

    private static String identifier(String raw) {
        String name = raw.strip()
                .replace('+', 'x')
                .replace('*', 'x')
                .replace('-', '_')
                .replace('@', 'a')
                .replace('|', 'l')
                .replaceAll("[^A-Za-z0-9_]+", "_")
                .replaceAll("([^_])([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("^([0-9])", "_$1");
        String trunk = name.replaceAll("_+$", "");
        return (trunk + "x".repeat(name.length() - trunk.length())).replaceAll("_+", "_");
    }
}
