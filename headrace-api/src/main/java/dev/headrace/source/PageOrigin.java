package dev.headrace.source;

import dev.headrace.DataException;

/**
 * Where the records of a page come from; asked only when one of them cannot be written, perhaps on another thread and after
 * further pages have been read.
 */
public interface PageOrigin {

    /** The request, such as {@code GET https://api.example.com/events?page=3}; holds no secret. */
    String request();

    /** The page's place in its sequence of requests, from 1. */
    int page();

    /**
     * Whether the records have gone through steps of their resource, which must not be done again when one of them is tried
     * once more. By default they have.
     */
    default boolean isProcessed() {
        return true;
    }

    /**
     * The place of a record on the page as the API sent it, from 1.
     *
     * @param index its place among those that were handed on, from 0
     */
    default int number(int index) {
        return index + 1;
    }

    /**
     * What is to be told when the page could not be written while the source was at another one already, perhaps of another
     * resource. A source names the request here, and hides what must not be shown of the page. By default it is the failure itself.
     *
     * @param failure the sink's
     */
    default RuntimeException explained(DataException failure) {
        return failure;
    }
}
