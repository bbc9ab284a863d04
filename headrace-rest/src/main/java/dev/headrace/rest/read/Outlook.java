package dev.headrace.rest.read;

import dev.headrace.rest.format.ResponseFormat;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.paginate.PageStep;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.PaginatorDetection;
import dev.headrace.rest.select.Selector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page before it comes, and enough to see from it alone what follows. Without state, for any thread.
 *
 * @param format in which the answers are
 * @param selector null: found on the page
 * @param paginator null: found on the page
 * @param number of the page in its sequence, from 1
 */
record Outlook(
        ResponseFormat format,
        @Nullable Selector selector,
        @Nullable Paginator paginator,
        int number) {

    /** What the answer says of those to come; null when it can't be told. */
    @Nullable
    Forecast after(HttpRequest request, HttpResponse response) {
        try {
            return forecast(request, new SeenPage(number, response, format, selector));
        } catch (RuntimeException e) {
            return null; // whatever is wrong with the page is told when it is read
        }
    }

    private Forecast forecast(HttpRequest request, SeenPage page) {
        Paginator known = PaginatorDetection.settle(paginator, page).paginator();
        List<HttpRequest> following = known.next(request, page) instanceof PageStep.Next next
                ? known(known.ahead(request, page), next.request())
                : List.of();
        return new Forecast(following, new Outlook(format, page.selector(), known, number + 1));
    }

    private static List<HttpRequest> known(List<HttpRequest> ahead, HttpRequest next) {
        return ahead.isEmpty() ? List.of(next) : ahead;
    }
}
