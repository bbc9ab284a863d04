package dev.headrace.engine.normalise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of records, written down as plainly as possible: maps in, maps out. Knows whole numbers, booleans and words
 * that are neither, and the keys of {@link #NAMES}.
 */
final class ReferenceModel {

    static final Map<String, String> NAMES = Map.of(
            "a", "a", "b", "b", "A", "a", "cC", "c_c", "c_c", "c_c", "a__b", "a__b", "value", "value", "list", "list",
            "z", "z");

    final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    final Map<String, Map<String, String>> types = new LinkedHashMap<>();

    void load(Object record) {
        addRow("t", record instanceof Map<?, ?> map ? map : Map.of("value", record));
    }

    private void addRow(String table, Map<?, ?> item) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<List<String>, List<?>> lists = new LinkedHashMap<>();
        flatten(item, values, lists);
        Map<String, String> columns = types.computeIfAbsent(table, name -> new LinkedHashMap<>());
        Map<String, String> row = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (value != RandomRecords.NULL) {
                put(columns, row, column, value);
            }
        });
        rows.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
        Map<String, List<Object>> nested = new LinkedHashMap<>();
        lists.forEach((place, list) -> nested.computeIfAbsent(String.join("__", place), name -> new ArrayList<>())
                .addAll(list));
        nested.forEach((path, list) -> list.forEach(element -> addElement(table + "__" + path, element)));
    }

    private void addElement(String table, Object element) {
        if (element instanceof Map<?, ?> map) {
            addRow(table, map);
        } else {
            addRow(table, Map.of(element instanceof List ? "list" : "value", element));
        }
    }

    /** Lists stand under the names of the keys that lead to them: those of one name may lie at different places. */
    private static void flatten(Map<?, ?> item, Map<String, Object> values, Map<List<String>, List<?>> lists) {
        record Open(List<String> place, Map<?, ?> map) {}
        Deque<Open> stack = new ArrayDeque<>(List.of(new Open(List.of(), item)));
        while (!stack.isEmpty()) {
            Open open = stack.pop();
            open.map.forEach((key, value) -> {
                List<String> place = new ArrayList<>(open.place);
                place.add(NAMES.get(key));
                if (value instanceof Map<?, ?> map) {
                    stack.push(new Open(place, map));
                } else if (value instanceof List<?> list) {
                    lists.put(place, list);
                } else {
                    values.put(String.join("__", place), value);
                }
            });
        }
    }

    private static void put(Map<String, String> columns, Map<String, String> row, String column, Object value) {
        String own = value instanceof Long ? "bigint" : value instanceof Boolean ? "bool" : "text";
        String type = columns.computeIfAbsent(column, name -> own);
        if (type.equals(own)) {
            row.put(column, value.toString());
        } else if (type.equals("text")) {
            row.put(column, value instanceof Boolean flag ? (flag ? "True" : "False") : value.toString());
        } else if (type.equals("bool") && value instanceof Long number) {
            row.put(column, String.valueOf(number != 0));
        } else {
            columns.putIfAbsent(column + "__v_" + own, own);
            row.put(column + "__v_" + own, value.toString());
        }
    }
}
