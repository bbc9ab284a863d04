package dev.headrace.testkit.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the plain Java values that JSON documents become, and writes them so that equal values have equal texts. */
final class Json {

    private Json() {}

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<@Nullable Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<@Nullable Object>) value;
    }

    static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    /** One text or a list of texts, as a list. */
    static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /** JSON with sorted keys in which all numbers are written as doubles: equal by value means equal as text. */
    static String canonical(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((k, v) -> sorted.put(String.valueOf(k), canonical(v)));
            return sorted.entrySet().stream()
                    .map(e -> quote(e.getKey()) + ": " + e.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::canonical).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Number number) {
            return String.valueOf(number.doubleValue() + 0.0);
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
