package dev.headrace.rest.read;

import dev.headrace.rest.incremental.ResourceCursors;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.rest.incremental.SequenceCursors;
import dev.headrace.rest.position.Note;
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
        SequenceCursors passes = cursors.open(values);
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

    /** Reads one again. */
    static Job read(Note note, ResourceReading resource) {
        Map<String, @Nullable Object> values = note.note("values").fields();
        Heritage heritage = Heritage.read(note.notes("heritage"));
        if (!heritage.values().keySet().containsAll(resource.needsFromAbove())) {
            throw new IllegalArgumentException("its document lacks values of records above '" + resource.name() + "'");
        }
        if (note.has("cursor") != (resource.cursors() != null)) {
            throw new IllegalArgumentException("its document does not fit the cursors of '" + resource.name() + "'");
        }
        SequenceCursor cursor =
                note.has("cursor") ? resource.requireCursors().cursor(values, note.note("cursor")) : null;
        return new Job(resource, values, heritage, cursor);
    }

    /** @param begun whether any page of its sequence has been read */
    Note note(boolean begun) {
        Note note = new Note().put("resource", resource.name()).put("values", values);
        note.putAll("heritage", heritage.notes());
        return cursor == null ? note : note.put("cursor", cursor.note(begun));
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
