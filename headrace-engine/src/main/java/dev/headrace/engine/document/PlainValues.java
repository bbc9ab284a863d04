package dev.headrace.engine.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into JSON that was read as plain Java values. */
public final class PlainValues {

    private PlainValues() {}

    /** The value as an object; empty when it is absent or something else. */
    @SuppressWarnings("unchecked") // JSON objects have text keys
    public static Optional<Map<String, @Nullable Object>> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Optional.of((Map<String, @Nullable Object>) map) : Optional.empty();
    }

    /** The objects of a list, without what else is in it; none when the value is absent or something else. */
    public static List<Map<String, @Nullable Object>> objects(@Nullable Object value) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> object(each).ifPresent(objects::add));
        }
        return objects;
    }

    /** The value of a key as an object; one without fields when it is absent or something else. */
    public static Map<String, @Nullable Object> object(Map<String, @Nullable Object> object, String key) {
        return object(object.get(key)).orElse(Map.of());
    }

    /** The value of a key as a text; "" when it is absent or something else. */
    public static String text(Map<String, @Nullable Object> object, String key) {
        return text(object.get(key)).orElse("");
    }

    /** The value of a key as an integer; 0 when it is absent or something else. */
    public static long integer(Map<String, @Nullable Object> object, String key) {
        return integer(object.get(key)).orElse(0L);
    }

    /** The value as a text; empty when it is absent or something else. */
    public static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The value as an integer; empty when it is absent or something else. */
    public static Optional<Long> integer(@Nullable Object value) {
        return value instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** The texts of a list; empty when the value is absent or something else. */
    public static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
