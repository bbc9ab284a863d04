package dev.headrace.rest.template;

import dev.headrace.rest.http.WireText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values look in addresses, headers and forms. Numbers, lists and objects look as Python writes them, which is what
 * APIs get from dlt ({@code 2.0}, {@code 1e+16}, {@code ['a', 'b']}); truth values are {@code true} and {@code false}.
 */
public final class PlainText {

    private PlainText() {}

    /** The text of a value that is not null. */
    public static String of(Object value) {
        return value instanceof List || value instanceof Map ? literal(value) : WireText.of(value);
    }

    /** The value as a Python literal: texts in quotes, {@code None}, {@code True}. */
    static String literal(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainText::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> literal(entry.getKey()) + ": " + literal(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof String text ? quoted(text) : WireText.of(value);
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        String escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
    }
}
