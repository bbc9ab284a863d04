package dev.headrace.source;

/**
 * How many records a page turns out to have, once its sink has read it; see {@link RecordSink#writePageLater}. Made by
 * sinks; asked by the thread that handed the page over, or by one that acts for it while it waits.
 */
public interface RecordCount {

    /** Whether the page has been read without a fault, so that the count is there. */
    boolean isKnown();

    /**
     * The count, of which 0 also stands for null and for an empty list; waits until the page has been read.
     *
     * @throws RuntimeException the one with which reading this page, or one that was handed over before, has failed
     */
    int await();

    /** A count that is known at once. */
    static RecordCount of(int count) {
        return new RecordCount() {
            @Override
            public boolean isKnown() {
                return true;
            }

            @Override
            public int await() {
                return count;
            }
        };
    }
}
