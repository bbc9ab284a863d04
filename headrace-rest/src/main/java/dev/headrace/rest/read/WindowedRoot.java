package dev.headrace.rest.read;

import dev.headrace.rest.incremental.SequenceCursors;
import dev.headrace.rest.position.Note;
import java.util.Map;
import java.util.Objects;

/**
 * The windows of a resource without a parent that are still to be read.
 *
 * @param cursors one for each window
 */
record WindowedRoot(ResourceReading resource, SequenceCursors cursors) {

    static WindowedRoot of(ResourceReading resource) {
        return new WindowedRoot(
                resource, Objects.requireNonNull(resource.cursors()).open(Map.of()));
    }

    static WindowedRoot read(Note note, ResourceReading resource) {
        return new WindowedRoot(resource, resource.requireCursors().open(Map.of(), note));
    }

    boolean hasNext() {
        return cursors.hasNext();
    }

    /** The sequence of the next window. */
    Job next() {
        return new Job(resource, Map.of(), Heritage.none(), cursors.next());
    }

    Note note() {
        return cursors.note().put("resource", resource.name());
    }
}
