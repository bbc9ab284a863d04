package dev.headrace.json;

import java.nio.charset.StandardCharsets;

/** A string; decoded when it is asked for. */
public final class JsonString extends JsonValue {
    private final boolean escaped;

    JsonString(byte[] bytes, int start, int end, boolean escaped) {
        super(bytes, start, end);
        this.escaped = escaped;
    }

    /** A string that was computed, not read: its source is the string alone. */
    public static JsonString of(String text) {
        byte[] bytes = JsonText.write(text).getBytes(StandardCharsets.UTF_8);
        return new JsonString(bytes, 0, bytes.length, true);
    }

    /** The text without quotes and escapes; half of a surrogate pair is U+FFFD. */
    public String text() {
        return decode(bytes(), start() + 1, end() - 1, escaped);
    }

    @Override
    public String toJava() {
        return text();
    }

    static String decode(byte[] bytes, int start, int end, boolean escaped) {
        if (!escaped) {
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        byte[] target = new byte[end - start];
        int length = Escapes.unescape(bytes, start, end, target, 0);
        return new String(target, 0, length, StandardCharsets.UTF_8);
    }
}
