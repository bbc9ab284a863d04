package dev.headrace.rest.incremental;

import dev.headrace.rest.position.Note;

/**
 * One of the windows in which a range is read; most have one only.
 *
 * @param begun the rows at its start that were loaded before
 * @param first whether it begins where the run before has come to
 * @param last whether no window follows
 */
record Pass(Range range, Position begun, boolean first, boolean last) {

    /** Reads it again. */
    static Pass read(Note note, Position begun) {
        Range range = Range.read(note.note("range"));
        boolean first = note.flag("first");
        return new Pass(range, first ? begun : Position.at(range.start()), first, note.flag("last"));
    }

    Note note() {
        return new Note().put("range", range.note()).put("first", first).put("last", last);
    }
}
