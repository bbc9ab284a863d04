package dev.headrace.engine.document;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java values as compact JSON: no blanks, nothing escaped that need not be. Values are {@code String}, {@code Number},
 * {@code Boolean}, {@code List}, {@code Map} with text keys, or null. The sorted form is what dlt hashes.
 */
public final class CanonicalJson {

    /** Order of Unicode code points, which for texts beyond the basic plane is not that of {@link String#compareTo}. */
    private static final Comparator<String> BY_CODE_POINT = CanonicalJson::compareCodePoints;

    private CanonicalJson() {}

    /** Keys in the order of the maps. */
    public static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, false);
        return text.toString();
    }

    /** Keys of every object in the order of their code points. */
    public static String writeSorted(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, true);
        return text.toString();
    }

    /** A copy with the keys in the order of their code points; nested objects stay as they are. */
    static <V extends @Nullable Object> Map<String, V> sorted(Map<String, V> map) {
        TreeMap<String, V> byCodePoint = new TreeMap<>(BY_CODE_POINT);
        byCodePoint.putAll(map);
        return new LinkedHashMap<>(byCodePoint);
    }

    private static void append(StringBuilder text, @Nullable Object value, boolean sorted) {
        if (value instanceof Map<?, ?> map) {
            appendObject(text, map, sorted);
        } else if (value instanceof List<?> list) {
            appendList(text, list, sorted);
        } else if (value instanceof String string) {
            appendText(text, string);
        } else if (value instanceof Double number) {
            appendDouble(text, number);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static void appendObject(StringBuilder text, Map<?, ?> map, boolean sorted) {
        Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) map;
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> entry : (sorted ? sorted(object) : object).entrySet()) {
            text.append(separator);
            appendText(text, entry.getKey());
            text.append(':');
            append(text, entry.getValue(), sorted);
            separator = ',';
        }
        text.append(object.isEmpty() ? "{}" : "}");
    }

    private static void appendList(StringBuilder text, List<?> list, boolean sorted) {
        char separator = '[';
        for (Object element : list) {
            text.append(separator);
            append(text, element, sorted);
            separator = ',';
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    /** JSON has no infinities and no NaN; they become null, as in most writers. */
    private static void appendDouble(StringBuilder text, double number) {
        if (Double.isFinite(number)) {
            text.append(Double.toString(number).replace(".0E", "e").replace('E', 'e'));
        } else {
            text.append("null");
        }
    }

    private static void appendText(StringBuilder text, String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            appendCharacter(text, string.charAt(i));
        }
        text.append('"');
    }

    private static void appendCharacter(StringBuilder text, char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ') {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }

    private static int compareCodePoints(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    }
}
