package dev.headrace.destination;

import dev.headrace.deletes.DeleteResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one table.
 *
 * @param rowsIn rows of the package
 * @param rowsNow rows the table has after the commit
 * @param newColumns columns added to a table that existed before, in order; empty for a new table
 * @param created whether the table was made by this load
 * @param estimated whether {@code rowsNow} is only about right: counting would have meant to read a large table
 * @param changes what the load did to its rows; null when nobody counted
 * @param deletes what became of rows that the package does not bring; null when they were to stay
 */
public record TableResult(
        String table,
        long rowsIn,
        long rowsNow,
        List<String> newColumns,
        boolean created,
        Duration took,
        boolean estimated,
        @Nullable RowChanges changes,
        @Nullable DeleteResult deletes) {
    public TableResult {
        newColumns = List.copyOf(newColumns);
    }

    /** One whose rows were counted, while what happened to them was not; other rows were to stay. */
    public TableResult(
            String table, long rowsIn, long rowsNow, List<String> newColumns, boolean created, Duration took) {
        this(table, rowsIn, rowsNow, newColumns, created, took, false, null, null);
    }
}
