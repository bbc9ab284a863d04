package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;

/** What {@code auto} with {@code max_pages} means: settled by the first page, and at most so many pages. */
record GuessingPaginator(long maxPages) implements Paginator {

    @Override
    public PageStep next(HttpRequest request, Page page) {
        return settledBy(page).paginator().next(request, page);
    }

    PaginatorDetection.Detected settledBy(Page first) {
        PaginatorDetection.Detected detected = PaginatorDetection.detect(first);
        return new PaginatorDetection.Detected(
                new LimitedPaginator(detected.paginator(), maxPages), detected.notice(), detected.finding());
    }
}
