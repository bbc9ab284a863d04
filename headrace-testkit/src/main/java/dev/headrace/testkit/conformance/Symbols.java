package dev.headrace.testkit.conformance;

import dev.headrace.testkit.conformance.DatasetSnapshot.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces what differs from run to run (load ids, points in time) by the symbols that cases use for it. */
final class Symbols {

    private static final Pattern SYMBOL = Pattern.compile("^<(id|orphan|load|ts):?.*>$");
    private static final Set<String> ID_COLUMNS = Set.of("_dlt_id", "_dlt_parent_id", "_dlt_root_id");

    private final Map<String, Set<String>> literalIds = new HashMap<>();
    private final Map<String, List<String>> validityColumns = new HashMap<>();
    private final Set<String> literalTimes = new HashSet<>();
    private final Map<String, String> loads = new HashMap<>();

    Symbols(
            Map<String, @Nullable Object> expected,
            Map<String, List<Map<String, @Nullable Object>>> wanted,
            List<Load> loadLog) {
        for (Load load : loadLog) {
            loads.put(load.id(), "<load:" + (loads.size() + 1) + ">");
        }
        expected.forEach((table, properties) ->
                validityColumns.put(table, Json.texts(Json.object(properties).get("validity_columns"))));
        for (Map.Entry<String, List<Map<String, @Nullable Object>>> table : wanted.entrySet()) {
            for (Map<String, @Nullable Object> row : table.getValue()) {
                collectLiterals(table.getKey(), row);
            }
        }
    }

    static boolean isSymbol(@Nullable Object value) {
        return SYMBOL.matcher(String.valueOf(value)).matches();
    }

    /** Whether the expectation of the table has this id literally. */
    boolean isLiteral(String table, Object id) {
        return literalIds.getOrDefault(table, Set.of()).contains(id.toString());
    }

    /** The rows with symbols in place of load ids and of times in validity columns. */
    Map<String, List<Map<String, @Nullable Object>>> applyTo(Map<String, List<Map<String, @Nullable Object>>> tables) {
        Map<String, String> times = nameTimes(tables);
        Map<String, List<Map<String, @Nullable Object>>> result = new LinkedHashMap<>();
        for (Map.Entry<String, List<Map<String, @Nullable Object>>> table : tables.entrySet()) {
            List<Map<String, @Nullable Object>> replaced = new ArrayList<>();
            for (Map<String, @Nullable Object> row : table.getValue()) {
                replaced.add(apply(table.getKey(), row, times));
            }
            result.put(table.getKey(), replaced);
        }
        return result;
    }

    private void collectLiterals(String table, Map<String, @Nullable Object> row) {
        row.forEach((column, value) -> {
            if (value != null && !isSymbol(value)) {
                if (ID_COLUMNS.contains(column)) {
                    literalIds.computeIfAbsent(table, t -> new HashSet<>()).add(value.toString());
                }
                if (validityColumns.getOrDefault(table, List.of()).contains(column)) {
                    literalTimes.add(value.toString());
                }
            }
        });
    }

    private Map<String, String> nameTimes(Map<String, List<Map<String, @Nullable Object>>> tables) {
        Set<String> distinct = new TreeSet<>(Comparator.comparing((String t) -> t.replace("Z", "")));
        tables.forEach((table, rows) -> rows.forEach(row -> validityColumns
                .getOrDefault(table, List.of())
                .forEach(column -> {
                    Object value = row.get(column);
                    if (value != null && !literalTimes.contains(value.toString())) {
                        distinct.add(value.toString());
                    }
                })));
        Map<String, String> names = new HashMap<>();
        distinct.forEach(time -> names.put(time, "<ts:" + (names.size() + 1) + ">"));
        return names;
    }

    private Map<String, @Nullable Object> apply(
            String table, Map<String, @Nullable Object> row, Map<String, String> times) {
        Map<String, @Nullable Object> replaced = new LinkedHashMap<>(row);
        replaced.computeIfPresent("_dlt_load_id", (column, id) -> loads.getOrDefault(id.toString(), "<load:?>"));
        for (String column : validityColumns.getOrDefault(table, List.of())) {
            replaced.computeIfPresent(column, (c, time) -> times.getOrDefault(time.toString(), time.toString()));
        }
        return replaced;
    }
}
