package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.List;
import java.util.Optional;
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
        return PageStep.next(offsetTarget.write(request, next));
    }

    @Override
    public boolean needsOnly(JsonValue ends) {
        return ending.needsOnly(ends);
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

    @Override
    public OptionalLong askedAtOnce() {
        return OptionalLong.of(limit);
    }

    @Override
    public Optional<String> doubt(Page last, long read, boolean full) {
        return ending.doubt(last, read + offset, full);
    }

    @Override
    public @Nullable String notice(HttpRequest request, Page page) {
        if (page.records() > limit) {
            return "The API gave " + page.records() + " records where " + limit + " were asked for: it does not heed "
                    + limitTarget.place() + ". Records come more than once, since the offset grows by " + limit
                    + ". Set 'limit' to what the API gives, or name its parameter with limit_param.";
        }
        if (hasGapBefore(request, page)) {
            return "An earlier page had fewer records than the " + limit
                    + " that were asked for, and yet more followed: the API"
                    + " seems to give fewer at once. Records between its pages are missing, since the offset grows by "
                    + limit
                    + ". Set 'limit' to what the API gives.";
        }
        String ofTotal = ending.notice(page, "records");
        if (ofTotal != null || page.records() >= limit || page.records() == 0) {
            return ofTotal;
        }
        boolean more = announcedTotal(page).isPresent() || ending.hasMore() != null;
        return more
                ? "The API gave " + page.records() + " records where " + limit
                        + " were asked for, and has more: records may be left out, since the offset grows by " + limit
                        + ". If that is the most it gives, set 'limit: " + page.records() + "'."
                : null;
    }

    /** Whether the offset has grown by more than the records that came, and this page shows that there were more. */
    private boolean hasGapBefore(HttpRequest request, Page page) {
        return page.records() > 0 && page.recordsBefore() < offsetTarget.number(request, offset) - offset;
    }
}
