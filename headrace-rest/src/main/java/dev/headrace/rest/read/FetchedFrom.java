package dev.headrace.rest.read;

import dev.headrace.rest.http.HttpRequest;
import dev.headrace.source.PageOrigin;
import java.util.function.IntUnaryOperator;

/**
 * Where the records of a page come from.
 *
 * @param page its place in the sequence, from 1
 * @param numbers the place of each record that is handed on, from 1
 */
record FetchedFrom(ResourceReading resource, HttpRequest source, int page, IntUnaryOperator numbers)
        implements PageOrigin {

    FetchedFrom(ResourceReading resource, HttpRequest source, int page) {
        this(resource, source, page, index -> index + 1);
    }

    /** The same page, some of whose records are left out. */
    FetchedFrom numbered(IntUnaryOperator places) {
        return new FetchedFrom(resource, source, page, places);
    }

    @Override
    public String request() {
        return resource.shown(source);
    }

    @Override
    public boolean isProcessed() {
        return !resource.definition().steps().isEmpty();
    }

    @Override
    public int number(int index) {
        return numbers.applyAsInt(index);
    }
}
