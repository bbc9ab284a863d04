package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;

/** Sends back a header of the page before; without one, or with an empty one, the sequence ends. */
record HeaderCursorPaginator(String cursorKey, String cursorParam) implements LedPaginator {

    @Override
    public PageStep next(HttpRequest request, Page page) {
        return page.headers()
                .find(cursorKey)
                .filter(cursor -> !cursor.isEmpty())
                .map(cursor -> PageStep.next(request.withParam(cursorParam, cursor)))
                .orElseGet(PageStep::end);
    }

    @Override
    public boolean needsOnly(JsonValue ends) {
        return true;
    }
}
