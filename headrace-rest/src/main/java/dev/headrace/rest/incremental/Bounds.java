package dev.headrace.rest.incremental;

import org.jspecify.annotations.Nullable;

/**
 * The range of cursor values that is of interest; values are plain JSON values.
 *
 * @param initial where reading begins while nothing is remembered; null: at the very beginning
 * @param end where it ends; null: there is no end. A resource with an end remembers nothing
 * @param startOpen whether rows equal to the start are left out
 * @param endClosed whether rows equal to the end are taken
 */
public record Bounds(@Nullable Object initial, @Nullable Object end, boolean startOpen, boolean endClosed) {

    /** Other values, the same rules for rows that are equal to them. */
    public Bounds withValues(@Nullable Object newInitial, @Nullable Object newEnd) {
        return new Bounds(newInitial, newEnd, startOpen, endClosed);
    }
}
