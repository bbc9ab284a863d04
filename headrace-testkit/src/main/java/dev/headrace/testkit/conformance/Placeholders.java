package dev.headrace.testkit.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses of the server of a case, and the texts that stand for them in the case file. */
record Placeholders(String base, String other) {

    private static final String BASE = "{{BASE}}";
    private static final String OTHER = "{{OTHER}}";

    String fill(String text) {
        return text.replace(BASE, base).replace(OTHER, other);
    }

    String mask(String text) {
        return text.replace(base, BASE).replace(other, OTHER);
    }

    /** Masks every text in a tree of lists and objects. */
    @Nullable
    Object maskAll(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> masked = new LinkedHashMap<>();
            map.forEach((k, v) -> masked.put(String.valueOf(k), maskAll(v)));
            return masked;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::maskAll).toList();
        }
        return value instanceof String text ? mask(text) : value;
    }
}
