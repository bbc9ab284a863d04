package dev.headrace.rest.read;

/**
 * Whether a reader stands where another one could go on: between two pages, or before a request while its answer is awaited
 * or after it has failed. Not while a page is being taken, and where the reading has broken off in the midst of one.
 */
final class Standpoint {

    private boolean firm = true;
    private boolean inDoubt;

    /** Something is about to change. */
    void leave() {
        firm = false;
    }

    /** All that belongs together has changed. */
    void arrive() {
        firm = true;
    }

    /**
     * Something has been skipped, or not, for which the next request may show that it should not have been.
     *
     * @param doubt until the next time
     */
    void doubt(boolean doubt) {
        inDoubt = doubt;
    }

    boolean isFirm() {
        return firm && !inDoubt;
    }
}
