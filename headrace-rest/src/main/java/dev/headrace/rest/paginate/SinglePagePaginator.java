package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;

/** There is one page, whatever links it has. */
record SinglePagePaginator() implements Paginator {

    @Override
    public PageStep next(HttpRequest request, Page page) {
        return PageStep.end();
    }
}
