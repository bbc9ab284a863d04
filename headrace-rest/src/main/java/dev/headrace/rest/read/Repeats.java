package dev.headrace.rest.read;

import dev.headrace.rest.position.Note;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * Notices pages of a sequence whose records are those of the page before: the API does not heed what was asked for. Looks at
 * each byte, since a run fails when there are many such pages: the processor has an instruction for that, and it takes a
 * hundredth of the time to read a page, or less.
 */
final class Repeats {

    private OptionalLong before = OptionalLong.empty();
    private int inARow;

    /**
     * Takes note of a page.
     *
     * @param print of its records
     * @return whether its records are those of the page before
     */
    boolean isRepeated(boolean empty, long print) {
        OptionalLong now = empty ? OptionalLong.empty() : OptionalLong.of(print);
        boolean same = now.isPresent() && now.equals(before);
        before = now;
        inARow = same ? inARow + 1 : 0;
        return same;
    }

    Note note() {
        return new Note()
                .put("before", before.isPresent() ? before.getAsLong() : null)
                .put("inARow", inARow);
    }

    /** Goes on where another one had come to. */
    void goOn(Note note) {
        before = note.has("before") ? OptionalLong.of(note.number("before")) : OptionalLong.empty();
        inARow = note.count("inARow");
    }

    /** How many pages before the last one were the same. */
    int inARow() {
        return inARow;
    }

    /** A number that is the same for the same bytes, and most likely another one for the records of another page. */
    static long print(byte[] bytes, int start, int end) {
        int length = end - start;
        CRC32 content = new CRC32();
        content.update(bytes, start, length);
        return (long) length << Integer.SIZE | content.getValue();
    }
}
