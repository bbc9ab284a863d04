package dev.headrace.source;

/**
 * What a sink found at the path of a page's records.
 *
 * @param count records written; 0 also for null and for an empty list
 * @param start index of the first byte of the value at the path, -1 when the page has no such path
 * @param end index behind its last byte, -1 likewise
 */
public record PageRecords(int count, int start, int end) {

    /** Whether the page has the path at all; a present null counts as found. */
    public boolean found() {
        return start >= 0;
    }
}
