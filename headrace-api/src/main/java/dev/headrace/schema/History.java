package dev.headrace.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How {@link MergeStrategy#SCD2} keeps the versions of rows. Names of columns are as written; the engine normalises them.
 *
 * @param validFrom the column that tells since when a version is valid; made by the merge
 * @param validTo the column that tells since when it is no longer
 * @param activeUntil stands in {@code validTo} while a version is valid; null: nothing does
 * @param boundary when this load's versions become valid and those they replace end; null: when the package was begun
 * @param rowVersion a column of the data that changes whenever the row does; null: the row's id, which follows from its
 *     content
 */
public record History(
        String validFrom,
        String validTo,
        @Nullable Instant activeUntil,
        @Nullable Instant boundary,
        @Nullable String rowVersion) {

    /** The columns of dlt, and nothing in the second one while a version is valid. */
    public static History standard() {
        return new History("_dlt_valid_from", "_dlt_valid_to", null, null, null);
    }
}
