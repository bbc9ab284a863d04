package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import java.util.OptionalLong;

/** Another paginator, but at most so many pages. */
record LimitedPaginator(Paginator paginator, long maxPages) implements Paginator {

    @Override
    public HttpRequest first(HttpRequest request) {
        return paginator.first(request);
    }

    @Override
    public PageStep next(HttpRequest request, Page page) {
        return page.number() >= maxPages ? PageStep.end() : paginator.next(request, page);
    }

    @Override
    public OptionalLong announcedTotal(Page page) {
        return paginator.announcedTotal(page);
    }
}
