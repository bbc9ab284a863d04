package dev.headrace.destination;

import java.time.Duration;
import java.util.List;

/**
 * What became of one table.
 *
 * @param rowsIn rows of the package
 * @param rowsNow rows the table has after the commit
 * @param newColumns columns added to a table that existed before, in order; empty for a new table
 * @param created whether the table was made by this load
 * @param estimated whether {@code rowsNow} is only about right: counting would have meant to read a large table
 */
public record TableResult(
        String table,
        long rowsIn,
        long rowsNow,
        List<String> newColumns,
        boolean created,
        Duration took,
        boolean estimated) {
    public TableResult {
        newColumns = List.copyOf(newColumns);
    }

    /** One whose rows were counted. */
    public TableResult(
            String table, long rowsIn, long rowsNow, List<String> newColumns, boolean created, Duration took) {
        this(table, rowsIn, rowsNow, newColumns, created, took, false);
    }
}
