package dev.headrace.json;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain Java values as compact JSON: {@code {"a":1,"b":[1.0,"é"]}}. Takes {@code String}, {@code Number},
 * {@code Boolean}, {@code Map} (keys in their order, or sorted, written by {@code toString}), {@code Collection},
 * {@link JsonValue} and null. Only what JSON demands is escaped, with the short names where there are any. Doubles have
 * the fewest digits that read back as the same double and always a point or an exponent, in the form of Python's orjson
 * (1.0, 0.00001, 1.5e-7, 1e+16): plain from 1e-5 to below 1e16, else with an exponent. NaN and infinities, which JSON
 * has not, become null.
 */
public final class JsonText {
    private final StringBuilder text = new StringBuilder();
    private final boolean sorted;

    private JsonText(boolean sorted) {
        this.sorted = sorted;
    }

    /**
     * The JSON text of a value.
     *
     * @throws IllegalArgumentException for an object of a class that is not listed above
     */
    public static String write(@Nullable Object value) {
        return write(value, false);
    }

    /** The same with the keys of every map in order of their UTF-16 units. */
    public static String writeSorted(@Nullable Object value) {
        return write(value, true);
    }

    private static String write(@Nullable Object value, boolean sorted) {
        JsonText writer = new JsonText(sorted);
        writer.value(value, 0);
        return writer.text.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > JsonScanner.MAX_DEPTH) {
            throw new IllegalArgumentException("Cannot write JSON: more than " + JsonScanner.MAX_DEPTH
                    + " containers inside each other, or one that contains itself");
        }
        if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Collection<?> list) {
            array(list, depth);
        } else if (value instanceof JsonValue parsed) {
            value(parsed.toJava(), depth);
        } else {
            scalar(value);
        }
    }

    private void scalar(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Double || value instanceof Float) {
            text.append(DoubleText.of(((Number) value).doubleValue()));
        } else if (value instanceof Number) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("Cannot write a value of "
                    + value.getClass().getName() + " as JSON: only text, numbers, booleans, maps, lists and null");
        }
    }

    private void object(Map<?, ?> map, int depth) {
        Map<?, ?> ordered = sorted ? new TreeMap<>(map) : map;
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = ordered.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            string(String.valueOf(entry.getKey()));
            text.append(':');
            value(entry.getValue(), depth + 1);
            text.append(entries.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private void array(Collection<?> list, int depth) {
        text.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            value(elements.next(), depth + 1);
            text.append(elements.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void string(String value) {
        text.append('"');
        int copied = 0;
        for (int index = 0; index < value.length(); index++) {
            char next = value.charAt(index);
            if (next == '"' || next == '\\' || next < ' ') {
                text.append(value, copied, index).append(Escapes.escape(next));
                copied = index + 1;
            }
        }
        text.append(copied == 0 ? value : value.substring(copied)).append('"');
    }
}
