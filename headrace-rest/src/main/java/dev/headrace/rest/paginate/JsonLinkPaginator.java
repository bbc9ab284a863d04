package dev.headrace.rest.paginate;

import dev.headrace.json.JsonBoolean;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;

/** Follows a link in the body; without one, or with an empty one or false, the sequence ends. */
record JsonLinkPaginator(ValuePath path) implements LedPaginator {

    @Override
    public PageStep next(HttpRequest request, Page page) {
        JsonValue value = path.first(page);
        if (value == null || (value instanceof JsonBoolean flag && !Boolean.TRUE.equals(flag.toJava()))) {
            return PageStep.end();
        }
        if (value instanceof JsonString link) {
            return link.text().isEmpty() ? PageStep.end() : Links.follow(request, link.text());
        }
        throw PageFailures.of(
                request,
                "next_url_path '" + path + "' is " + PageFailures.shown(value) + ", which is no link",
                "Check the path; for values that are sent back as a parameter use the paginator 'cursor'.");
    }

    @Override
    public boolean needsOnly(JsonValue ends) {
        return path.isSettledBy(ends);
    }
}
