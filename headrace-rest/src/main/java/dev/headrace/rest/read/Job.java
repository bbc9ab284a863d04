package dev.headrace.rest.read;

import dev.headrace.rest.incremental.ResourceCursors;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.rest.template.Bindings;
import dev.headrace.source.Addition;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of requests that is still to be sent.
 *
 * @param values of the placeholders, by expression
 * @param heritage what the records above give to each record, and to those below
 * @param cursor which records are new, and what the placeholders of {@code incremental} stand for; null: all are new
 */
record Job(
        ResourceReading resource,
        Map<String, @Nullable Object> values,
        Heritage heritage,
        @Nullable SequenceCursor cursor) {

    private static final String INCREMENTAL = "incremental.";

    Job {
        values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    /** The sequences of a resource without a parent: one, or one for each window; made when they are asked for. */
    static Iterator<Job> roots(ResourceReading resource) {
        return of(resource, Map.of(), Heritage.none());
    }

    /** The sequences that a record of the parent starts: one, or one for each window. */
    static Iterator<Job> of(ResourceReading resource, Map<String, @Nullable Object> values, Heritage heritage) {
        ResourceCursors cursors = resource.cursors();
        if (cursors == null) {
            return List.of(new Job(resource, values, heritage, null)).iterator();
        }
        Iterator<SequenceCursor> passes = cursors.open(values);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return passes.hasNext();
            }

            @Override
            public Job next() {
                return new Job(resource, values, heritage, passes.next());
            }
        };
    }

    /** What each record gets in addition to what it has. */
    List<Addition> additions() {
        return heritage.additions(resource.definition().inherited());
    }

    Bindings bindings() {
        return expression -> cursor != null && expression.startsWith(INCREMENTAL)
                ? cursor.value(expression)
                : values.get(expression);
    }

    /** Whether nothing more is to be read for the parent's record, because a window before could not be. */
    boolean isHeld() {
        return cursor != null && cursor.isHeld();
    }

    /** Whether an expression stands for a value of the cursor. */
    static boolean isOfCursor(String expression) {
        return expression.startsWith(INCREMENTAL);
    }

    /** Tells that everything has been read that the sequence of a resource without a parent leads to. */
    void finish() {
        resource.settle();
        if (cursor == null || cursor.isLast()) {
            resource.finish();
        }
    }
}
