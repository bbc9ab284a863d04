package dev.headrace.rest.read;

import dev.headrace.SourceException;
import dev.headrace.json.DocumentEnds;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.paginate.Page;
import dev.headrace.rest.paginate.PageStep;
import dev.headrace.rest.paginate.Paginator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of which only the ends have been read. Where they say what follows it, its records can be read while the next page is
 * asked for; they are counted then. It has records.
 */
final class GlancedPage implements Page {

    private static final int UNKNOWN = -1;

    private final int number;
    private final Headers headers;
    private final JsonValue ends;
    private final long print;
    private int records = UNKNOWN;
    private long recordsBefore = UNKNOWN;

    private GlancedPage(int number, Headers headers, JsonValue ends, long print) {
        this.number = number;
        this.headers = headers;
        this.ends = ends;
        this.print = print;
    }

    /**
     * Looks at the ends of a page.
     *
     * @param path to its records
     * @return null when they do not show where the records are, or there are none
     */
    static @Nullable GlancedPage of(int number, HttpResponse response, PageBody body, List<String> path) {
        Headers headers = response.headers();
        if (!isWhole(headers)) {
            return null;
        }
        return DocumentEnds.around(body.bytes(), body.start(), body.end(), path)
                .map(ends ->
                        new GlancedPage(number, headers, ends.document(), body.print(ends.listStart(), ends.listEnd())))
                .orElse(null);
    }

    /** Whether the end of the body was announced. Without that it is where the connection ended, perhaps too early. */
    private static boolean isWhole(Headers headers) {
        return headers.find("Content-Length").isPresent()
                || headers.find("Transfer-Encoding").isPresent();
    }

    /** The request that follows; null when there is none, when only the whole page can tell, or when something is wrong. */
    @Nullable
    HttpRequest next(Paginator paginator, HttpRequest request) {
        if (!paginator.needsOnly(ends)) {
            return null;
        }
        try {
            return paginator.next(request, this) instanceof PageStep.Next next ? next.request() : null;
        } catch (SourceException e) {
            return null; // told when the records have been handed on
        }
    }

    /** See {@link Repeats}. */
    long print() {
        return print;
    }

    /** Its records have been read. */
    void counted(int count, long before) {
        records = count;
        recordsBefore = before;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int records() {
        return Math.toIntExact(known(records));
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long recordsBefore() {
        return known(recordsBefore);
    }

    private static long known(long count) {
        if (count == UNKNOWN) {
            throw new IllegalStateException("the records have not been counted");
        }
        return count;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public JsonValue body() {
        return ends;
    }

    @Override
    public JsonValue wholeBody() {
        throw new IllegalStateException("only the ends of the page have been read");
    }
}
