package dev.headrace.engine.normalise;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Writes JSON text. */
final class JsonText {

    private static final int FIRST_PRINTABLE = 0x20;

    private JsonText() {}

    /** A string with quotes, escaping only what must be (RFC 8259, section 7). */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                json.append('\\').append(next);
            } else if (next < FIRST_PRINTABLE) {
                json.append(escaped(next));
            } else {
                json.append(next);
            }
        }
        return json.append('"').toString();
    }

    private static String escaped(char control) {
        return switch (control) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) control);
        };
    }

    /** A valid JSON text without the white space between its tokens. */
    static void compact(byte[] bytes, int start, int end, ByteArrayOutputStream target) {
        boolean inString = false;
        int from = start;
        for (int at = start; at < end; at++) {
            byte next = bytes[at];
            if (inString) {
                at += next == '\\' ? 1 : 0;
                inString = next != '"';
            } else if (next == '"') {
                inString = true;
            } else if (next <= ' ' && next >= 0) {
                target.write(bytes, from, at - from);
                from = at + 1;
            }
        }
        target.write(bytes, from, end - from);
    }
}
