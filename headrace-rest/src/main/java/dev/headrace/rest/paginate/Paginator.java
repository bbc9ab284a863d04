package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

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

    /**
     * The requests that follow a page one after another, as far as that page tells them: the first is the one that
     * {@link #next} gives, and the last asks for the end that the API announces. Computed when asked for.
     *
     * @param request the one that was answered with {@code page}
     * @return empty when each page has to be read before the next one can be asked for. Never fails where {@code next}
     *     does not.
     */
    default List<HttpRequest> ahead(HttpRequest request, Page page) {
        return List.of();
    }

    /**
     * Something the user should know of a page that is not the last one, told once for each sequence; null when there is nothing.
     * Asked when its records have been counted.
     *
     * @param request the one that was answered with {@code page}
     */
    default @Nullable String notice(HttpRequest request, Page page) {
        return null;
    }

    /**
     * Whether, to say what follows a page with records and what is announced, it looks at nothing of the page but its headers and
     * what is certain of its document, and counts no records.
     *
     * @param ends the document with an empty list in the place of the records; in the document, this object and those around the list
     *     may have further members
     */
    default boolean needsOnly(JsonValue ends) {
        return false;
    }

    /** How many records the API announces for the whole sequence; empty when it does not. Never fails. */
    default OptionalLong announcedTotal(Page page) {
        return OptionalLong.empty();
    }

    /** How many pages the API announces for the whole sequence, where it counts pages; empty when it does not. Never fails. */
    default OptionalLong announcedPages(Page page) {
        return OptionalLong.empty();
    }

    /** How many records, or pages where pages are announced, lie before the first page that is asked for. */
    default long begin() {
        return 0;
    }

    /** How many records are asked for at once; empty when that is up to the API. */
    default OptionalLong askedAtOnce() {
        return OptionalLong.empty();
    }

    /**
     * What on the page with which the paginator has come to the end says that there is more all the same: a sentence to follow
     * "yet". Never fails.
     *
     * @param read how many records came in the whole sequence
     * @param full whether the page has as many records as any other page of it
     */
    default Optional<String> doubt(Page last, long read, boolean full) {
        return Optional.empty();
    }

    /** Whether it is the pages that say where the next one is, and so by saying nothing that there is none. */
    default boolean isLed() {
        return false;
    }

    /** Whether a sequence of so many pages may have ended before what is announced because the configuration says so. */
    default boolean isCut(int pages) {
        return false;
    }
}
