package dev.headrace.rest.paginate;

import dev.headrace.SourceException;
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

    /** The total; empty when the default path leads to none, or the API does not know it and says less than 0. */
    OptionalLong read(HttpRequest request, Page page) {
        OptionalLong number = number(path.first(page));
        if (number.isEmpty() && configured) {
            throw unusable(request, page);
        }
        return known(number);
    }

    /** The total where there is one; never fails. */
    OptionalLong peek(Page page) {
        return known(number(path.first(page)));
    }

    /** What the API says in place of a number that it does not know; empty when it says nothing of that kind. */
    OptionalLong negative(Page page) {
        OptionalLong number = number(path.first(page));
        return number.isPresent() && number.getAsLong() < 0 ? number : OptionalLong.empty();
    }

    /** Why there is no total, where one is needed. */
    SourceException unusable(HttpRequest request, Page page) {
        JsonValue value = path.first(page);
        String reason = value == null
                ? "was not found in the answer, or is null"
                : "is " + PageFailures.shown(value) + ", which is no "
                        + (negative(page).isPresent() ? "number of records or pages" : "whole number");
        return PageFailures.of(
                request,
                "total_path '" + path + "' " + reason,
                "Check the path, or set total_path to null to read until a page is empty.");
    }

    private static OptionalLong known(OptionalLong number) {
        return number.isPresent() && number.getAsLong() < 0 ? OptionalLong.empty() : number;
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
