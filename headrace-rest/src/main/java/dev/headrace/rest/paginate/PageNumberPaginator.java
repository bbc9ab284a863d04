package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import java.util.List;
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
        return new PageStep.Next(target.write(request, next), notice(answered));
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

    private @Nullable String notice(Page answered) {
        return ending.lacksTotal(answered)
                ? "The API gives no 'total'; pages are read until one is empty. Set total_path to where the number of"
                        + " pages is, or to null."
                : null;
    }
}
