package dev.headrace.json;

import java.util.Arrays;

/** The escape sequences of JSON strings (RFC 8259, section 7). */
final class Escapes {
    private static final int REPLACEMENT = 0xfffd;
    private static final String NAMES = "\"\\/bfnrt";
    private static final String VALUES = "\"\\/\b\f\n\r\t";
    private static final byte[] PLAIN = new byte[128];
    private static final byte[] HEX = new byte[128];

    static {
        for (int index = 0; index < NAMES.length(); index++) {
            PLAIN[NAMES.charAt(index)] = (byte) VALUES.charAt(index);
        }
        Arrays.fill(HEX, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            HEX[Character.forDigit(digit, 16)] = (byte) digit;
            HEX[Character.toUpperCase(Character.forDigit(digit, 16))] = (byte) digit;
        }
    }

    private Escapes() {}

    /** The index of the first byte after {@code at} (a backslash) that breaks the escape, or -1 if it is sound. */
    static int fault(byte[] bytes, int at, int end) {
        int name = at + 1 < end ? bytes[at + 1] : 0;
        if (name != 'u') {
            return name > 0 && PLAIN[name] != 0 ? -1 : at + 1;
        }
        for (int digit = at + 2; digit < at + 6; digit++) {
            if (digit >= end || hex(bytes[digit]) < 0) {
                return digit;
            }
        }
        return -1;
    }

    /** The escape for a quote, a backslash or a control character. */
    static String escape(char value) {
        int index = VALUES.indexOf(value);
        return index >= 0 ? "\\" + NAMES.charAt(index) : String.format("\\u%04x", (int) value);
    }

    /** Copies a validated string without its escapes; half of a surrogate pair becomes U+FFFD. Answers the end. */
    static int unescape(byte[] source, int start, int end, byte[] target, int at) {
        int from = start;
        int to = at;
        while (from < end) {
            byte next = source[from];
            if (next != '\\') {
                target[to++] = next;
                from++;
            } else if (source[from + 1] != 'u') {
                target[to++] = PLAIN[source[from + 1]];
                from += 2;
            } else {
                int point = point(source, from, end);
                to = Utf8.write(
                        Character.isBmpCodePoint(point) && isSurrogate(point) ? REPLACEMENT : point, target, to);
                from += point > 0xffff ? 12 : 6;
            }
        }
        return to;
    }

    private static int point(byte[] source, int at, int end) {
        int first = unit(source, at);
        if (!Character.isHighSurrogate((char) first)
                || at + 12 > end
                || source[at + 6] != '\\'
                || source[at + 7] != 'u') {
            return first;
        }
        int second = unit(source, at + 6);
        return Character.isLowSurrogate((char) second) ? Character.toCodePoint((char) first, (char) second) : first;
    }

    private static boolean isSurrogate(int point) {
        return Character.isSurrogate((char) point);
    }

    private static int unit(byte[] source, int at) {
        return hex(source[at + 2]) << 12 | hex(source[at + 3]) << 8 | hex(source[at + 4]) << 4 | hex(source[at + 5]);
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : HEX[digit];
    }
}
