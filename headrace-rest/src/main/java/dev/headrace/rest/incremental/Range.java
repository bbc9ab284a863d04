package dev.headrace.rest.incremental;

import dev.headrace.rest.position.Note;
import org.jspecify.annotations.Nullable;

/**
 * The cursor values that one sequence of requests is about.
 *
 * @param start null: from the beginning
 * @param end null: there is none
 * @param endFilters whether rows behind the end are left out; not so where the end is only the moment of asking
 */
record Range(@Nullable Object start, @Nullable Object end, boolean startOpen, boolean endClosed, boolean endFilters) {

    static Range read(Note note) {
        return new Range(
                note.value("start"),
                note.value("end"),
                note.flag("startOpen"),
                note.flag("endClosed"),
                note.flag("endFilters"));
    }

    Note note() {
        return new Note()
                .put("start", start)
                .put("end", end)
                .put("startOpen", startOpen)
                .put("endClosed", endClosed)
                .put("endFilters", endFilters);
    }

    @Nullable
    Object filterEnd() {
        return endFilters ? end : null;
    }
}
