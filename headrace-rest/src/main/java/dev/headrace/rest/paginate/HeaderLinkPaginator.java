package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import java.util.Optional;

/** Follows the link of a relation in the {@code Link} header; without one the sequence ends. */
record HeaderLinkPaginator(String relation) implements Paginator {

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
    public boolean isLed() {
        return true;
    }

    @Override
    public Optional<String> doubt(Page last, long read, boolean full) {
        return Signs.moreThan(last, read);
    }
}
