package dev.headrace.testkit.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a dataset that cases look at.
 *
 * @param tables user tables
 * @param systemTables the tables of the layout
 * @param loads rows of the load log in the order they were inserted
 * @param schemaTables tables of the newest schema document of each name
 */
record DatasetSnapshot(
        Map<String, Table> tables,
        Map<String, Table> systemTables,
        List<Load> loads,
        Map<String, @Nullable Object> schemaTables) {

    /** @param rows column to value; NULL is left out */
    record Table(Map<String, Column> columns, List<Map<String, @Nullable Object>> rows, long rowCount) {}

    record Column(String type, boolean nullable) {}

    record Load(String id, long status) {}

    static DatasetSnapshot empty() {
        return new DatasetSnapshot(Map.of(), Map.of(), List.of(), Map.of());
    }

    /** The same with the real addresses in rows replaced by the placeholders of cases. */
    DatasetSnapshot masked(Placeholders placeholders) {
        Map<String, Table> masked = new LinkedHashMap<>();
        tables.forEach((name, table) -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            table.rows().forEach(row -> rows.add(Json.object(placeholders.maskAll(row))));
            masked.put(name, new Table(table.columns(), rows, table.rowCount()));
        });
        return new DatasetSnapshot(masked, systemTables, loads, schemaTables);
    }
}
