package dev.headrace.testkit.conformance;

import dev.headrace.testkit.conformance.DatasetSnapshot.Column;
import dev.headrace.testkit.conformance.DatasetSnapshot.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the tables of a dataset with those a case expects. */
final class TableComparison {

    private static final Set<String> PHYSICAL = Set.of("duckdb_type", "nullable");
    private static final int SHOWN_ROWS = 3;

    private final Map<String, @Nullable Object> expected;
    private final DatasetSnapshot snapshot;
    private final List<String> differences = new ArrayList<>();

    TableComparison(Map<String, @Nullable Object> expected, DatasetSnapshot snapshot) {
        this.expected = expected;
        this.snapshot = snapshot;
    }

    List<String> differences() {
        Set<String> names = new LinkedHashSet<>(expected.keySet());
        names.addAll(snapshot.tables().keySet());
        for (String name : names) {
            if (!snapshot.tables().containsKey(name)) {
                differences.add("table " + name + ": missing");
            } else if (!expected.containsKey(name)) {
                differences.add("table " + name + ": not expected");
            } else {
                compareColumns(name, Json.object(Json.object(expected.get(name)).get("columns")));
            }
        }
        compareRows();
        return differences;
    }

    private void compareColumns(String table, Map<String, @Nullable Object> columns) {
        if (columns.isEmpty()) {
            return;
        }
        Map<String, Column> have = tableOf(table).columns();
        columns.forEach((name, properties) -> {
            Column column = have.get(name);
            if (column == null) {
                differences.add("table " + table + ": column " + name + " missing");
            } else {
                compareColumn(table, name, column, Json.object(properties));
            }
        });
        have.keySet().stream()
                .filter(name -> !columns.containsKey(name))
                .forEach(name -> differences.add("table " + table + ": column " + name + " not expected"));
    }

    private void compareColumn(String table, String name, Column column, Map<String, @Nullable Object> properties) {
        Map<String, @Nullable Object> physical = new LinkedHashMap<>();
        physical.put("duckdb_type", column.type());
        physical.put("nullable", column.nullable());
        Map<String, @Nullable Object> stored = schemaColumn(table, name);
        properties.forEach((key, wanted) -> {
            Object have = PHYSICAL.contains(key) ? physical.get(key) : stored.get(key);
            if (!Json.canonical(wanted).equals(Json.canonical(have))) {
                differences.add(
                        "table " + table + ": column " + name + ": " + key + " is " + have + ", expected " + wanted);
            }
        });
    }

    private Map<String, @Nullable Object> schemaColumn(String table, String column) {
        Map<String, @Nullable Object> schemaTable =
                Json.object(snapshot.schemaTables().get(table));
        return Json.object(Json.object(schemaTable.get("columns")).get(column));
    }

    private void compareRows() {
        Map<String, List<Map<String, @Nullable Object>>> wanted = new LinkedHashMap<>();
        Map<String, Set<String>> compared = new LinkedHashMap<>();
        expected.forEach((table, expectation) -> {
            Map<String, @Nullable Object> properties = Json.object(expectation);
            if (properties.containsKey("rows")) {
                wanted.put(table, rows(properties.get("rows")));
            }
            if (properties.containsKey("compare_columns")) {
                compared.put(table, Set.copyOf(Json.texts(properties.get("compare_columns"))));
            }
        });
        Map<String, List<Map<String, @Nullable Object>>> have = new LinkedHashMap<>();
        snapshot.tables().forEach((name, table) -> have.put(name, table.rows()));
        Symbols symbols = new Symbols(expected, wanted, snapshot.loads());
        LinkedRows left = new LinkedRows(wanted, (table, id) -> !Symbols.isSymbol(id), compared);
        LinkedRows right = new LinkedRows(symbols.applyTo(have), symbols::isLiteral, compared);
        expected.forEach((table, expectation) ->
                compareRows(table, Json.object(expectation), left, right, wanted.containsKey(table)));
    }

    private void compareRows(
            String table, Map<String, @Nullable Object> properties, LinkedRows left, LinkedRows right, boolean listed) {
        if (!snapshot.tables().containsKey(table)) {
            return;
        }
        long count = tableOf(table).rowCount();
        if (properties.get("row_count") instanceof Number rows && rows.longValue() != count) {
            differences.add("table " + table + ": " + count + " rows, expected " + rows);
        }
        if (listed) {
            List<String> missing = left.signatures(table);
            List<String> surplus = right.signatures(table);
            if (!missing.equals(surplus)) {
                right.signatures(table).forEach(missing::remove);
                left.signatures(table).forEach(surplus::remove);
                missing.stream()
                        .limit(SHOWN_ROWS)
                        .forEach(r -> differences.add("table " + table + ": row missing: " + r));
                surplus.stream()
                        .limit(SHOWN_ROWS)
                        .forEach(r -> differences.add("table " + table + ": row not expected: " + r));
            }
        }
    }

    private Table tableOf(String name) {
        return Objects.requireNonNull(snapshot.tables().get(name), name);
    }

    private static List<Map<String, @Nullable Object>> rows(@Nullable Object value) {
        return Json.list(value).stream().map(Json::object).toList();
    }
}
