package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;

/** Follows the link of a relation in the {@code Link} header; without one the sequence ends. */
record HeaderLinkPaginator(String relation) implements LedPaginator {

    static final String LINK = "Link";

    @Override
    public PageStep next(HttpRequest request, Page page) {
        return page.headers()
                .find(LINK)
                .flatMap(header -> Links.find(header, relation))
                .map(link -> Links.follow(request, link))
                .orElseGet(PageStep::end);
    }

    @Override
    public boolean needsOnly(JsonValue ends) {
        return true;
    }
}
