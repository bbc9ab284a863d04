package dev.headrace.rest.read;

import dev.headrace.rest.position.Note;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of requests that has not been read to its end.
 *
 * @param sequence null: not begun
 */
record Task(Job job, @Nullable Sequence sequence) {

    static Task of(Sequence sequence) {
        return new Task(sequence.job(), sequence);
    }

    /** Its sequence; null when there is nothing to request, see {@link Beginning}. */
    @Nullable
    Sequence begin() {
        return sequence == null ? Beginning.of(job) : sequence;
    }

    /** Reads it again; empty when there is nothing to request any longer. */
    static Optional<Task> read(Note note, ResourceReading resource) {
        Job job = Job.read(note, resource);
        if (!note.has("read")) {
            return Optional.of(new Task(job, null));
        }
        Optional<Sequence> begun = Optional.ofNullable(Beginning.of(job));
        begun.ifPresent(sequence -> sequence.goOn(note.note("read")));
        return begun.map(Task::of);
    }

    /** A sequence without a page is begun anew. */
    Note note() {
        return sequence == null || !sequence.isBegun()
                ? job.note(false)
                : job.note(true).put("read", sequence.note());
    }
}
