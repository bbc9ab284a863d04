package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;

/** What follows a page. */
public sealed interface PageStep {

    /** No further page. */
    record End() implements PageStep {}

    /** Another page. Whoever sends it makes sure that it is not the request of before once more. */
    record Next(HttpRequest request) implements PageStep {}

    static PageStep end() {
        return new End();
    }

    static PageStep next(HttpRequest request) {
        return new Next(request);
    }
}
