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
 */
public record TableResult(
        String table, long rowsIn, long rowsNow, List<String> newColumns, boolean created, Duration took) {
    public TableResult {
        newColumns = List.copyOf(newColumns);
    }
}
