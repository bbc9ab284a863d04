package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import java.util.OptionalLong;

/**
 * Leads through a sequence of pages. Holds no state: what it needs to know is in the request and in the page, so one
 * instance serves all resources, runs and threads, and the same arguments always give the same result.
 */
public interface Paginator {

    /** The request for the first page. */
    default HttpRequest first(HttpRequest request) {
        return request;
    }

    /**
     * What follows a page.
     *
     * @param request the one that was answered with {@code page}
     * @throws dev.headrace.SourceException of kind {@code PAGINATOR} when a value it needs is missing or unusable
     */
    PageStep next(HttpRequest request, Page page);

    /** How many records the API announces for the whole sequence; empty when it does not. Never fails. */
    default OptionalLong announcedTotal(Page page) {
        return OptionalLong.empty();
    }
}
