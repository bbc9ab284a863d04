package dev.headrace.rest.incremental;

import dev.headrace.rest.position.Note;
import java.util.Iterator;
import java.util.function.Function;

/**
 * The cursors for the sequences of requests that a record of the parent starts: one, or one for each window. The next one is
 * to be taken when the one before has been {@linkplain SequenceCursor#finish() finished}.
 */
public final class SequenceCursors implements Iterator<SequenceCursor> {

    private final Passes passes;
    private final Function<Pass, SequenceCursor> cursors;

    SequenceCursors(Passes passes, Function<Pass, SequenceCursor> cursors) {
        this.passes = passes;
        this.cursors = cursors;
    }

    @Override
    public boolean hasNext() {
        return passes.hasNext();
    }

    @Override
    public SequenceCursor next() {
        return cursors.apply(passes.next());
    }

    /** Those that are left, of which there must be some. */
    public Note note() {
        return passes.note();
    }
}
