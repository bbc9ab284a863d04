package dev.headrace.quarantine;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A record that a source cannot hand on. Texts hold nothing that must not be shown; known secrets are hidden by whoever takes
 * it.
 *
 * @param reason a sentence, ready to be shown
 * @param record JSON text; null: there is none to show
 * @param whole whether the text is the record as it came, so that it can be tried again: nothing in it is hidden
 * @param processed whether the record has gone through the steps of its resource
 * @param number its place on the page, from 1; empty: there is none
 */
public record RefusedRecord(
        BadRowKind kind,
        String reason,
        @Nullable String record,
        boolean whole,
        boolean processed,
        OptionalInt number) {}
