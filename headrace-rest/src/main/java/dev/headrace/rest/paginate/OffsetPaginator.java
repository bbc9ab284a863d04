package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts records: {@code offset=0&limit=100}, {@code offset=100&limit=100}, … The offset grows by the limit, however many
 * records came.
 */
record OffsetPaginator(long limit, long offset, Target offsetTarget, Target limitTarget, Ending ending)
        implements Paginator {

    @Override
    public HttpRequest first(HttpRequest request) {
        return limitTarget.write(offsetTarget.write(request, offset), limit);
    }

    @Override
    public PageStep next(HttpRequest request, Page page) {
        long next = offsetTarget.number(request, offset) + limit;
        if (ending.isAfter(request, page, next, 0)) {
            return PageStep.end();
        }
        return new PageStep.Next(offsetTarget.write(request, next), notice(request, page));
    }

    @Override
    public List<HttpRequest> ahead(HttpRequest request, Page page) {
        long next = offsetTarget.number(request, offset) + limit;
        return CountedRequests.until(ending.knownAt(page, 0), request, offsetTarget, next, limit);
    }

    @Override
    public OptionalLong announcedTotal(Page page) {
        Total total = ending.total();
        return total == null ? OptionalLong.empty() : total.peek(page);
    }

    @Override
    public long begin() {
        return offset;
    }

    @Override
    public boolean isCut(int pages) {
        return ending.maximum() != null;
    }

    private @Nullable String notice(HttpRequest request, Page page) {
        if (hasGapBefore(request, page)) {
            return "An earlier page had fewer records than the " + limit
                    + " that were asked for, and yet more followed: the API"
                    + " seems to give fewer at once. Records between its pages are missing, since the offset grows by "
                    + limit
                    + ". Set 'limit' to what the API gives.";
        }
        if (ending.lacksTotal(page)) {
            return "The API gives no 'total'; pages are read until one is empty. Set total_path to where the number of"
                    + " records is, or to null.";
        }
        if (page.records() < limit && (announcedTotal(page).isPresent() || ending.hasMore() != null)) {
            return "The API gave " + page.records() + " records where " + limit
                    + " were asked for, and has more: records may be left out, since the offset grows by " + limit
                    + ". Set 'limit' to what the API gives.";
        }
        return null;
    }

    /** Whether the offset has grown by more than the records that came, and this page shows that there were more. */
    private boolean hasGapBefore(HttpRequest request, Page page) {
        return page.records() > 0 && page.recordsBefore() < offsetTarget.number(request, offset) - offset;
    }
}
