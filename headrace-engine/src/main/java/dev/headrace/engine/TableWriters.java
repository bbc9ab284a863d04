package dev.headrace.engine;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.loadpackage.PackageWriter;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;

/**
 * Gives each normaliser writers of its own, also where several resources fill one table: their rows then lie in parts of
 * their own, because they come with their columns in another order.
 */
record TableWriters(PackageWriter writer, WorkingSchema schema) implements BatchWriters {

    @Override
    public BatchWriter open(String table) {
        return writer.open(table, column -> isMoment(table, column));
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
