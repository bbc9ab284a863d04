package dev.headrace.cli;

import dev.headrace.Redactor;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hides secrets in the texts of a JSON document, which stays one. */
final class RedactedJson {

    private RedactedJson() {}

    static String of(String json, Redactor redactor) {
        return JsonText.write(redacted(JsonTree.parse(json).toJava(), redactor));
    }

    private static @Nullable Object redacted(@Nullable Object value, Redactor redactor) {
        if (value instanceof String text) {
            return redactor.redact(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>();
            map.forEach((key, element) -> changed.put(String.valueOf(key), redacted(element, redactor)));
            return changed;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> changed = new java.util.ArrayList<>();
            list.forEach(element -> changed.add(redacted(element, redactor)));
            return changed;
        }
        return value;
    }
}
