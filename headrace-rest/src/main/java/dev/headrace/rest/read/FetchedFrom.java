package dev.headrace.rest.read;

import dev.headrace.DataException;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.source.PageOrigin;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a page come from.
 *
 * @param page its place in the sequence, from 1
 * @param answer the beginning of it; null when none has come
 * @param numbers the place of each record that is handed on, from 1
 */
record FetchedFrom(
        ResourceReading resource,
        HttpRequest source,
        int page,
        @Nullable HttpResponse answer,
        IntUnaryOperator numbers) implements PageOrigin {

    /** A request to which there is no answer with records. */
    FetchedFrom(ResourceReading resource, HttpRequest source, int page) {
        this(resource, source, page, null, index -> index + 1);
    }

    /** A page, all of whose records are handed on. */
    FetchedFrom(ResourceReading resource, HttpRequest source, int page, HttpResponse answer) {
        this(resource, source, page, answer.beginning(UnreadablePage.SHOWN), index -> index + 1);
    }

    /** The same page, some of whose records are left out. */
    FetchedFrom numbered(IntUnaryOperator places) {
        return new FetchedFrom(resource, source, page, answer, places);
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

    @Override
    public RuntimeException explained(DataException failure) {
        return answer == null ? failure : new UnreadablePage(resource, page, source, answer).asRead(failure);
    }
}
