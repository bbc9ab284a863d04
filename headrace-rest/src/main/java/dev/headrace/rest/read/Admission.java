package dev.headrace.rest.read;

import dev.headrace.SourceException;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.source.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Those records of a page that the cursor admits.
 *
 * @param records in their order
 * @param places where each of them stands among all that were asked about, from 0
 * @param refused how many the cursor can't judge, and are in quarantine
 * @param known how many it does not admit
 */
record Admission(List<JsonValue> records, List<Integer> places, int refused, int known) {

    /**
     * Asks the cursor; a record that it can't judge goes to the sink's quarantine, if there is one.
     *
     * @param numbers the place of each record on the page, from 1
     * @param completion makes the record that is loaded of the one that the cursor judges
     * @throws SourceException when there is none
     */
    static Admission of(
            List<JsonValue> all,
            SequenceCursor cursor,
            RecordSink sink,
            IntUnaryOperator numbers,
            UnaryOperator<JsonValue> completion) {
        List<JsonValue> admitted = new ArrayList<>(all.size());
        List<Integer> places = new ArrayList<>(all.size());
        int refused = 0;
        for (int i = 0; i < all.size(); i++) {
            JsonValue record = all.get(i);
            try {
                if (cursor.admits(record)) {
                    admitted.add(record);
                    places.add(i);
                }
            } catch (SourceException e) {
                if (!sink.refuse(Refusal.ofCursor(e, completion.apply(record), numbers.applyAsInt(i)))) {
                    throw e;
                }
                refused++;
            }
        }
        cursor.endPage();
        return new Admission(admitted, places, refused, all.size() - admitted.size() - refused);
    }

    /** Takes note of the records that are not handed on. */
    void tell(Account account) {
        account.leaveOut(Account.INCREMENTAL, known);
        account.leaveOut(Account.QUARANTINED, refused);
    }

    /** The place on the page, from 1, of each record that was admitted. */
    IntUnaryOperator numbers(IntUnaryOperator all) {
        return index -> all.applyAsInt(places.get(index));
    }
}
