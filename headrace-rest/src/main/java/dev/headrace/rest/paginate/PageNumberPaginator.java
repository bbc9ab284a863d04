package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts pages: {@code page=0}, {@code page=1}, …
 *
 * @param basePage the number of the API's first page; totals, which are numbers of pages, are counted from it
 * @param page the first page asked for
 */
record PageNumberPaginator(long basePage, long page, Target target, Ending ending) implements Paginator {

    @Override
    public HttpRequest first(HttpRequest request) {
        return target.write(request, page);
    }

    @Override
    public PageStep next(HttpRequest request, Page answered) {
        long next = target.number(request, page) + 1;
        if (ending.isAfter(request, answered, next, basePage)) {
            return PageStep.end();
        }
        return PageStep.next(target.write(request, next));
    }

    @Override
    public @Nullable String notice(HttpRequest request, Page answered) {
        return ending.notice(answered, "pages");
    }

    @Override
    public boolean needsOnly(JsonValue ends) {
        return ending.needsOnly(ends);
    }

    @Override
    public List<HttpRequest> ahead(HttpRequest request, Page answered) {
        long next = target.number(request, page) + 1;
        return CountedRequests.until(ending.knownAt(answered, basePage), request, target, next, 1);
    }

    @Override
    public OptionalLong announcedPages(Page answered) {
        Total total = ending.total();
        return total == null ? OptionalLong.empty() : total.peek(answered);
    }

    @Override
    public long begin() {
        return page - basePage;
    }

    @Override
    public boolean isCut(int pages) {
        return ending.maximum() != null;
    }

    @Override
    public Optional<String> doubt(Page last, long read, boolean full) {
        return ending.doubt(last, begin() == 0 ? read : Long.MAX_VALUE, full);
    }
}
