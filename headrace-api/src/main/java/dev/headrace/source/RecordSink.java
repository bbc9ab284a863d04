package dev.headrace.source;

import dev.headrace.quarantine.RefusedRecord;
import java.util.List;

/**
 * Takes the records of one resource, in order. Nothing handed in is kept after a call returns, so callers may reuse their
 * arrays. Used by one thread.
 */
public interface RecordSink {

    /**
     * Reads a whole page straight from its bytes: the fast road for selectors that are plain paths. The value at
     * {@code path} is a list of records, or a single record, or null (none). Where an object on the way has a key twice,
     * the last one counts.
     *
     * @param page strict JSON in UTF-8, perhaps with a byte order mark; starts at index 0
     * @param length bytes of {@code page} that belong to it
     * @param path object keys from the root of the document to the records; empty for the document itself
     * @param additions fields added to each record
     * @throws dev.headrace.DataException of kind {@code DATA} when the page is not JSON: says where and shows an excerpt;
     *     nothing of the page has been written then
     */
    PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions);

    /**
     * As {@link #writePage}, for a source that need not know at once how many records there are and where they end: it can ask
     * for the next page while this one is read. What is wrong with the page is told when its records are counted, or by a later call, as its
     * {@linkplain PageOrigin#explained origin explains} it. By default it is written at once.
     *
     * @param page the source may use the array again as soon as this returns
     * @return the count, to be asked for later
     */
    default RecordCount writePageLater(byte[] page, int length, List<String> path, List<Addition> additions) {
        return RecordCount.of(writePage(page, length, path, additions).count());
    }

    /**
     * As {@link #writePageLater}, for records that are changed before anything is made of them.
     *
     * @param changes to each record; asked by one thread at a time, perhaps after this returns
     */
    RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes);

    /**
     * Writes one record by itself: the road for records that come from elsewhere than a page, or are too many for one. A
     * value that is not an object becomes the field {@code value} of a record.
     */
    void writeRecord(JsonSlice record, List<Addition> additions);

    /** Tells where everything that follows comes from, until it is told again. By default nobody wants to know. */
    default void from(PageOrigin origin) {}

    /**
     * Takes a record that the source cannot hand on, in the place of its rows.
     *
     * @return false when nothing is put aside, as is the default: the source fails then
     * @throws dev.headrace.DataException when there have been too many
     */
    default boolean refuse(RefusedRecord record) {
        return false;
    }
}
