package dev.headrace.rest.paginate;

import dev.headrace.json.JsonBoolean;
import dev.headrace.json.JsonNumber;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an API says how much there is.
 *
 * @param configured somebody named the path, so it has to be there; the default path need not be
 */
record Total(ValuePath path, boolean configured) {

    static final String DEFAULT_PATH = "total";

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    static Total byDefault() {
        return new Total(ValuePath.of(DEFAULT_PATH), false);
    }

    /** The total; empty when the default path leads to none. */
    OptionalLong read(HttpRequest request, Page page) {
        JsonValue value = path.first(page);
        OptionalLong number = number(value);
        if (number.isPresent() || !configured) {
            return number;
        }
        if (value == null) {
            throw PageFailures.of(
                    request,
                    "total_path '" + path + "' was not found in the answer, or is null",
                    "Check the path, or set total_path to null to read until a page is empty.");
        }
        throw PageFailures.of(
                request,
                "total_path '" + path + "' is " + PageFailures.shown(value) + ", which is no whole number",
                "Check the path, or set total_path to null to read until a page is empty.");
    }

    /** The total where there is one; never fails. */
    OptionalLong peek(Page page) {
        return number(path.first(page));
    }

    /** Fractions are cut off, as dlt does it; texts must be whole numbers. */
    static OptionalLong number(@Nullable JsonValue value) {
        if (value instanceof JsonNumber number) {
            return OptionalLong.of(number.fitsLong() ? number.longValue() : (long) number.doubleValue());
        }
        if (value instanceof JsonBoolean flag) {
            return OptionalLong.of(Boolean.TRUE.equals(flag.toJava()) ? 1 : 0);
        }
        if (value instanceof JsonString string
                && WHOLE.matcher(string.text().strip()).matches()) {
            return OptionalLong.of(Long.parseLong(string.text().strip()));
        }
        return OptionalLong.empty();
    }
}
