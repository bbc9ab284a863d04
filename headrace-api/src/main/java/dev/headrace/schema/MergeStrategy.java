package dev.headrace.schema;

import java.util.Locale;

/** How a merge treats matching rows. */
public enum MergeStrategy {
    /** Matching rows and everything nested below them are deleted, then the new ones inserted. The default. */
    DELETE_INSERT,
    /** Matching rows are updated; row ids follow from the key. */
    UPSERT,
    /** Matching rows stay as they are. */
    INSERT_ONLY,
    /** Every version of a row is kept with the time in which it was valid. */
    SCD2;

    /** The name in configurations, such as {@code delete-insert}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
