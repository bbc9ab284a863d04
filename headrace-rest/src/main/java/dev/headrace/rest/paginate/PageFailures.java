package dev.headrace.rest.paginate;

import dev.headrace.Excerpt;
import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;

/** Says why a sequence of pages cannot go on. */
final class PageFailures {

    private static final int LONGEST_VALUE = 80;

    private PageFailures() {}

    /** @param reason a sentence without its end; {@code way} is another one that says what to do */
    static SourceException of(HttpRequest request, String reason, String way) {
        return new SourceException(
                FailureKind.PAGINATOR,
                "Cannot read the pages of resource '" + request.resource() + "': " + reason + ". " + way);
    }

    /** The value as it may be shown: shortened. */
    static String shown(JsonValue value) {
        return Excerpt.of(value.source(), LONGEST_VALUE);
    }
}
