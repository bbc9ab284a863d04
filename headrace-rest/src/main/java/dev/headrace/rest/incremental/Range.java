package dev.headrace.rest.incremental;

import org.jspecify.annotations.Nullable;

/**
 * The cursor values that one sequence of requests is about.
 *
 * @param start null: from the beginning
 * @param end null: there is none
 * @param endFilters whether rows behind the end are left out; not so where the end is only the moment of asking
 */
record Range(@Nullable Object start, @Nullable Object end, boolean startOpen, boolean endClosed, boolean endFilters) {

    @Nullable
    Object filterEnd() {
        return endFilters ? end : null;
    }
}
