package dev.headrace.rest.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain Java values as compact JSON (RFC 8259). */
final class JsonText {

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** @throws IllegalArgumentException for a number that JSON cannot have, or an object of another class */
    static String of(@Nullable Object value) {
        JsonText text = new JsonText();
        text.write(value);
        return text.out.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            writeObject(map);
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else if (value instanceof CharSequence text) {
            writeText(text);
        } else if (value == null) {
            out.append("null");
        } else {
            out.append(scalar(value));
        }
    }

    private void writeObject(Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            writeText(String.valueOf(entry.getKey()));
            out.append(':');
            write(entry.getValue());
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void writeList(List<?> list) {
        String separator = "[";
        for (Object element : list) {
            out.append(separator);
            write(element);
            separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static String scalar(Object value) {
        boolean endless = value instanceof Double number && !Double.isFinite(number);
        if (endless || !(value instanceof Number || value instanceof Boolean)) {
            throw new IllegalArgumentException(
                    "JSON has no " + value + " (" + value.getClass().getSimpleName() + ")");
        }
        return WireText.of(value);
    }

    private void writeText(CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            writeCharacter(text.charAt(i));
        }
        out.append('"');
    }

    private void writeCharacter(char c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
