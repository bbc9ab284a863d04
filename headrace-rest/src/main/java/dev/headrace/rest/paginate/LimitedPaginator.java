package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

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
    public @Nullable String notice(HttpRequest request, Page page) {
        return paginator.notice(request, page);
    }

    @Override
    public boolean needsOnly(JsonValue ends) {
        return paginator.needsOnly(ends);
    }

    @Override
    public List<HttpRequest> ahead(HttpRequest request, Page page) {
        List<HttpRequest> ahead = paginator.ahead(request, page);
        return ahead.subList(0, (int) Math.min(ahead.size(), Math.max(0, maxPages - page.number())));
    }

    @Override
    public OptionalLong announcedTotal(Page page) {
        return paginator.announcedTotal(page);
    }

    @Override
    public OptionalLong announcedPages(Page page) {
        return paginator.announcedPages(page);
    }

    @Override
    public long begin() {
        return paginator.begin();
    }

    @Override
    public OptionalLong askedAtOnce() {
        return paginator.askedAtOnce();
    }

    @Override
    public Optional<String> doubt(Page last, long read, boolean full) {
        return paginator.doubt(last, read, full);
    }

    @Override
    public boolean isLed() {
        return paginator.isLed();
    }

    @Override
    public boolean isCut(int pages) {
        return pages >= maxPages || paginator.isCut(pages);
    }
}
