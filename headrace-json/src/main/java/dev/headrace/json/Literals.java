package dev.headrace.json;

/**
 * What is fixed in a JSON text: words, white space, the byte order mark. Each reader of a word answers the index behind
 * it, or the complement of the index of a wrong byte.
 */
final class Literals {
    private static final int TRUE = Words.half("true");
    private static final int ALSE = Words.half("alse");
    private static final int NULL = Words.half("null");

    private Literals() {}

    static int afterTrue(byte[] bytes, int at, int end) {
        return at + 4 <= end && Words.halfAt(bytes, at) == TRUE ? at + 4 : after("true", bytes, at, end);
    }

    static int afterFalse(byte[] bytes, int at, int end) {
        boolean plain = at + 5 <= end && bytes[at] == 'f' && Words.halfAt(bytes, at + 1) == ALSE;
        return plain ? at + 5 : after("false", bytes, at, end);
    }

    static int afterNull(byte[] bytes, int at, int end) {
        return at + 4 <= end && Words.halfAt(bytes, at) == NULL ? at + 4 : after("null", bytes, at, end);
    }

    static int after(String word, byte[] bytes, int from, int end) {
        for (int index = 0; index < word.length(); index++) {
            if (from + index >= end || bytes[from + index] != word.charAt(index)) {
                return ~(from + index);
            }
        }
        return from + word.length();
    }

    /** Where the text begins: behind a byte order mark if there is one. */
    static int afterByteOrderMark(byte[] bytes, int from, int end) {
        boolean mark = end - from >= 3
                && bytes[from] == (byte) 0xef
                && bytes[from + 1] == (byte) 0xbb
                && bytes[from + 2] == (byte) 0xbf;
        return mark ? from + 3 : from;
    }

    static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /** The index of the first byte from {@code from} on that is not white space; {@code end} if there is none. */
    static int afterSpaces(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }
}
