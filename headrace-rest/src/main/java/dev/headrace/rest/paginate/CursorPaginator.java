package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends back a value of the page before. Without one, or with one that is empty, 0 or false, the sequence ends. */
record CursorPaginator(
        ValuePath path,
        Target target,
        boolean stopAfterEmptyPage,
        @Nullable MoreFlag hasMore) implements LedPaginator {

    @Override
    public PageStep next(HttpRequest request, Page page) {
        Object cursor = cursor(page);
        if (stopAfterEmptyPage && page.isEmpty()) {
            return PageStep.end();
        }
        boolean more = hasMore == null ? cursor != null : hasMore.read(request, page);
        if (!more) {
            return PageStep.end();
        }
        if (cursor == null) {
            throw PageFailures.of(
                    request,
                    "has_more_path says that there is more, but there is no cursor at '" + path
                            + "', so the same page would be read again and again",
                    "Check cursor_path.");
        }
        return PageStep.next(target.write(request, cursor));
    }

    @Override
    public boolean needsOnly(JsonValue ends) {
        return path.isSettledBy(ends) && (hasMore == null || hasMore.path().isSettledBy(ends));
    }

    private @Nullable Object cursor(Page page) {
        JsonValue value = path.first(page);
        Object cursor = value == null ? null : value.toJava();
        return cursor == null || isNothing(cursor) ? null : cursor;
    }

    private static boolean isNothing(Object cursor) {
        return cursor.equals("")
                || cursor.equals(Boolean.FALSE)
                || (cursor instanceof Number number && number.doubleValue() == 0)
                || (cursor instanceof Collection<?> list && list.isEmpty())
                || (cursor instanceof Map<?, ?> map && map.isEmpty());
    }
}
