package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import java.util.Optional;

/** Sends back a header of the page before; without one, or with an empty one, the sequence ends. */
record HeaderCursorPaginator(String cursorKey, String cursorParam) implements Paginator {

    @Override
    public PageStep next(HttpRequest request, Page page) {
        return page.headers()
                .find(cursorKey)
                .filter(cursor -> !cursor.isEmpty())
                .map(cursor -> PageStep.next(request.withParam(cursorParam, cursor)))
                .orElseGet(PageStep::end);
    }

    @Override
    public boolean isLed() {
        return true;
    }

    @Override
    public Optional<String> doubt(Page last, long read, boolean full) {
        return Signs.moreThan(last, read);
    }
}
