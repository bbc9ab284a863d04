package dev.headrace.engine.normalise;

import dev.headrace.quarantine.BadRowKind;
import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be written. Its texts may hold secrets.
 *
 * @param reason a sentence
 * @param table null: it is not known, or there is none
 * @param column likewise
 * @param text JSON, with what was added to the record; null: there is none
 * @param whole whether the text is the record as it came
 * @param processed whether it has gone through the steps of its resource
 * @param place null: it is not known where it came from
 */
public record BadRecord(
        BadRowKind kind,
        String reason,
        @Nullable String table,
        @Nullable String column,
        @Nullable String text,
        boolean whole,
        boolean processed,
        @Nullable Place place) {

    /**
     * Where a record came from.
     *
     * @param number its place on the page, from 1; null: it is none of the records of the page
     */
    public record Place(String request, int page, @Nullable Integer number) {}
}
