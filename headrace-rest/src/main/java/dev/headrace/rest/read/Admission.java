package dev.headrace.rest.read;

import dev.headrace.SourceException;
import dev.headrace.json.JsonValue;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.source.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Those records of a page that the cursor admits.
 *
 * @param records in their order
 * @param places where each of them stands among all that were asked about, from 0
 * @param refused how many the cursor can't judge, and are in quarantine
 * @param known how many it does not admit
 */
record Admission(List<JsonValue> records, List<Integer> places, int refused, int known) {

    /** What is loaded of a record. */
    interface Loaded {

        /**
         * Makes it when it is asked for.
         *
         * @param place of the record among all, from 0
         * @throws SourceException when nothing can be, so that the record must not be judged
         */
        Supplier<JsonValue> of(JsonValue record, int place);
    }

    /** What quarantine gets. */
    interface Unjudged {

        /** @param place of the record among all, from 0 */
        RefusedRecord refused(SourceException reason, JsonValue record, int place);
    }

    /** Nobody judges them. */
    static Admission ofAll(List<JsonValue> all) {
        return new Admission(all, IntStream.range(0, all.size()).boxed().toList(), 0, 0);
    }

    /**
     * Asks the cursor; a record that it can't judge goes to the sink's quarantine, if there is one.
     *
     * @throws SourceException when there is none
     */
    static Admission of(List<JsonValue> all, SequenceCursor cursor, Loaded loaded, RecordSink sink, Unjudged unjudged) {
        List<JsonValue> admitted = new ArrayList<>(all.size());
        List<Integer> places = new ArrayList<>(all.size());
        int refused = 0;
        for (int i = 0; i < all.size(); i++) {
            JsonValue record = all.get(i);
            try {
                if (cursor.admits(record, loaded.of(record, i))) {
                    admitted.add(record);
                    places.add(i);
                }
            } catch (SourceException e) {
                if (!sink.refuse(unjudged.refused(e, record, i))) {
                    throw e;
                }
                refused++;
            }
        }
        cursor.endPage();
        return new Admission(admitted, places, refused, all.size() - admitted.size() - refused);
    }

    /** Whether there are some, and none is left out. */
    boolean isOfAll() {
        return !records.isEmpty() && refused + known == 0;
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
