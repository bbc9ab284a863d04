package dev.headrace.engine;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.loadpackage.PackageWriter;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each normaliser writers of its own, also where several resources fill one table: their rows then lie in parts of
 * their own, because they come with their columns in another order.
 */
final class TableWriters implements BatchWriters {

    private final PackageWriter writer;
    private final WorkingSchema schema;
    private final Map<String, String> tablesByKey = new LinkedHashMap<>();

    TableWriters(PackageWriter writer, WorkingSchema schema) {
        this.writer = writer;
        this.schema = schema;
    }

    @Override
    public BatchWriter open(String table) {
        String key = table;
        for (int count = 2; tablesByKey.containsKey(key); count++) {
            key = table + '#' + count;
        }
        tablesByKey.put(key, table);
        return writer.open(key, column -> isMoment(table, column));
    }

    /** Completes the files, and tells which there are of each table. */
    Map<String, List<PartFile>> parts() {
        Map<String, List<PartFile>> byTable = new LinkedHashMap<>();
        writer.parts()
                .forEach((key, parts) -> byTable.computeIfAbsent(
                                tablesByKey.getOrDefault(key, key), table -> new ArrayList<>())
                        .addAll(parts));
        return byTable;
    }

    private boolean isMoment(String table, String column) {
        return schema.findTable(table)
                .flatMap(known -> known.findColumn(column))
                .map(TableWriters::hasTimezone)
                .orElse(true);
    }

    private static boolean hasTimezone(ColumnSchema column) {
        return !Boolean.FALSE.equals(column.hints().get(Hints.TIMEZONE));
    }
}
