package dev.headrace.json;

import java.nio.charset.StandardCharsets;

/** Words for a place in a JSON text that is not as it should be. */
final class SyntaxErrors {
    private static final int BEFORE = 40;
    private static final int EXCERPT = 80;

    private SyntaxErrors() {}

    static JsonSyntaxException at(byte[] bytes, int start, int end, int offset, String expected) {
        return new JsonSyntaxException(
                offset, expected, found(bytes, end, offset), excerpt(bytes, start, end, Math.min(offset, end)));
    }

    private static String found(byte[] bytes, int end, int offset) {
        if (offset >= end) {
            return "the end of the text";
        }
        int value = bytes[offset] & 0xff;
        return value > 0x20 && value < 0x7f ? "'" + (char) value + "'" : String.format("byte 0x%02x", value);
    }

    private static String excerpt(byte[] bytes, int start, int end, int offset) {
        int from = Math.max(start, offset - BEFORE);
        int to = Math.min(end, from + EXCERPT);
        StringBuilder text = new StringBuilder(EXCERPT);
        new String(bytes, from, to - from, StandardCharsets.UTF_8)
                .codePoints()
                .map(point -> Character.isISOControl(point) || point == 0xfffd ? '.' : point)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
