package dev.headrace.engine.normalise;

import dev.headrace.engine.column.BatchText;
import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.load.PartFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what a normaliser hands over, as rows of column name to text; absent values are left out. */
final class CollectedTables implements BatchWriters {

    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    int batches;

    @Override
    public BatchWriter open(String table) {
        List<Map<String, String>> taken = rows.computeIfAbsent(table, name -> new ArrayList<>());
        return full -> {
            batches++;
            taken.addAll(rows(full));
            TableBatch empty = full.emptyCopy();
            full.clear();
            return empty;
        };
    }

    /** The rows of a table with the columns that come from data. */
    List<Map<String, String>> data(String table) {
        return all(table).stream().map(CollectedTables::withoutSystemColumns).toList();
    }

    /** The rows of a table, with all of its columns. */
    List<Map<String, String>> all(String table) {
        return written(table).stream().map(CollectedTables::withoutOrigin).toList();
    }

    private List<Map<String, String>> written(String table) {
        return rows.getOrDefault(table, List.of());
    }

    private static Map<String, String> withoutOrigin(Map<String, String> row) {
        Map<String, String> stored = new LinkedHashMap<>(row);
        stored.remove(PartFile.ORIGIN);
        return stored;
    }

    List<String> names() {
        return List.copyOf(rows.keySet());
    }

    /** The values of one column, be it the table's or not, absent ones left out. */
    List<String> values(String table, String column) {
        return written(table).stream()
                .filter(row -> row.containsKey(column))
                .map(row -> row.get(column))
                .toList();
    }

    private static Map<String, String> withoutSystemColumns(Map<String, String> row) {
        Map<String, String> data = new LinkedHashMap<>(row);
        data.keySet().removeIf(column -> column.startsWith("_dlt"));
        return data;
    }

    private static List<Map<String, String>> rows(TableBatch batch) {
        List<Map<String, String>> result = new ArrayList<>();
        for (int i = 0; i < batch.rows(); i++) {
            result.add(new LinkedHashMap<>());
        }
        for (ColumnBuffer column : batch.columns()) {
            List<@Nullable String> values = BatchText.values(column, batch.rows());
            for (int i = 0; i < batch.rows(); i++) {
                String value = values.get(i);
                if (value != null) {
                    result.get(i).put(column.name(), value);
                }
            }
        }
        return result;
    }
}
