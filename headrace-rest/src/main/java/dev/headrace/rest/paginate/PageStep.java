package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What follows a page. */
public sealed interface PageStep {

    /** No further page. */
    record End() implements PageStep {}

    /**
     * Another page. Whoever sends it makes sure that it is not the request of before once more.
     *
     * @param notice something the user should know, told once for each sequence; null when there is nothing
     */
    record Next(HttpRequest request, @Nullable String notice) implements PageStep {}

    static PageStep end() {
        return new End();
    }

    static PageStep next(HttpRequest request) {
        return new Next(request, null);
    }
}
