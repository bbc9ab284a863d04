package dev.headrace.rest.paginate;

import dev.headrace.rest.position.Note;
import dev.headrace.source.Completeness.Verdict;

/**
 * What a sequence of pages says about whether all records came.
 *
 * @param reason what is behind the verdict, as the middle of a sentence; empty when it is {@code COMPLETE}
 */
public record Finding(Verdict verdict, String reason) {

    /** The sequence has come to an end that the API announced. */
    public static Finding complete() {
        return new Finding(Verdict.COMPLETE, "");
    }

    /** Reads one again. */
    public static Finding read(Note note) {
        return new Finding(Verdict.valueOf(note.text("verdict")), note.text("reason"));
    }

    /** For another reader. */
    public Note note() {
        return new Note().put("verdict", verdict.name()).put("reason", reason);
    }

    public static Finding unproven(String reason) {
        return new Finding(Verdict.UNPROVEN, reason);
    }

    public static Finding mismatch(String reason) {
        return new Finding(Verdict.MISMATCH, reason);
    }
}
