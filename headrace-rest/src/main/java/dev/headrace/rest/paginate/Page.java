package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.Headers;

/** What a paginator may look at: one page, as its reader found it. */
public interface Page {

    /** Its place in the sequence, from 1. */
    int number();

    /**
     * How many records it has, before any filter.
     *
     * @throws IllegalStateException while they have not been counted
     */
    int records();

    /** Whether it has no records; known before they are counted. */
    default boolean isEmpty() {
        return records() == 0;
    }

    /**
     * How many records the pages before it in the sequence had together.
     *
     * @throws IllegalStateException while they have not been counted
     */
    long recordsBefore();

    Headers headers();

    /** The document; where the records are a list, an empty list may stand in their place. */
    JsonValue body();

    /** The document with its records; costs more than {@link #body()}. */
    default JsonValue wholeBody() {
        return body();
    }
}
