package dev.headrace.engine;

import dev.headrace.destination.TableResult;
import java.util.List;

/**
 * What became of records in quarantine that were tried again.
 *
 * @param tried how many records
 * @param loaded how many of them are where they belong now
 * @param refused how many stay, with the reason why they can't be written now
 * @param passedOver how many were not tried, because they are not whole, are of no record, or belong to a resource that is
 *     not loaded
 * @param firstReason why the first of those that stay can't be written; empty when none stays
 * @param tables what became of the tables; empty when nothing was tried
 */
public record ReplayReport(
        long tried, long loaded, long refused, long passedOver, String firstReason, List<TableResult> tables) {

    public ReplayReport {
        tables = List.copyOf(tables);
    }
}
