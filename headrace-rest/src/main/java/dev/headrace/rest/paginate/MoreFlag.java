package dev.headrace.rest.paginate;

import dev.headrace.json.JsonBoolean;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.Locale;
import java.util.Set;

/** The value by which an API says whether there are more pages. */
record MoreFlag(ValuePath path) {

    private static final Set<String> YES = Set.of("yes", "true", "t", "y", "1");
    private static final Set<String> NO = Set.of("no", "false", "f", "n", "0");

    boolean read(HttpRequest request, Page page) {
        JsonValue value = path.first(page);
        if (value == null) {
            throw PageFailures.of(
                    request,
                    "has_more_path '" + path + "' was not found in the answer, or is null",
                    "Check the path, or leave it out.");
        }
        if (value instanceof JsonBoolean flag) {
            return Boolean.TRUE.equals(flag.toJava());
        }
        String text = value instanceof JsonString string ? string.text().toLowerCase(Locale.ROOT) : "";
        if (YES.contains(text) || NO.contains(text)) {
            return YES.contains(text);
        }
        throw PageFailures.of(
                request,
                "has_more_path '" + path + "' is " + PageFailures.shown(value) + ", which is neither true nor false",
                "Allowed are true, false and the texts yes, no, true, false, t, f, y, n, 1, 0.");
    }
}
