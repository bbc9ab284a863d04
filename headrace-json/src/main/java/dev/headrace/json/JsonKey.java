package dev.headrace.json;

import java.util.Arrays;

/**
 * A key as it stands in a JSON text, quotes included, ready to be compared with the bytes of an object in one step or
 * two. Made once per known key and kept; immutable. Two spellings of one name (an escape or none) are two keys.
 */
public final class JsonKey {
    private final WordPattern quoted;
    private final WordPattern between;
    private final int quotedLength;
    private final boolean escaped;

    private JsonKey(byte[] between) {
        this.between = new WordPattern(between);
        this.quoted = new WordPattern(Arrays.copyOfRange(between, 1, between.length - 1));
        this.quotedLength = quoted.length();
        this.escaped = contains(between, '\\');
    }

    /** The key that a scanner has just read: the bytes between the quotes, from {@code start} to before {@code end}. */
    public static JsonKey ofSource(byte[] bytes, int start, int end) {
        int length = end - start;
        byte[] between = new byte[length + 4];
        between[0] = ',';
        between[1] = '"';
        System.arraycopy(bytes, start, between, 2, length);
        between[length + 2] = '"';
        between[length + 3] = ':';
        return new JsonKey(between);
    }

    private static boolean contains(byte[] bytes, char wanted) {
        for (byte next : bytes) {
            if (next == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The number of bytes with both quotes. */
    int quotedLength() {
        return quotedLength;
    }

    boolean hasEscapes() {
        return escaped;
    }

    /** Whether the quoted key stands at {@code at}. */
    boolean standsAt(byte[] bytes, int at, int end) {
        return quoted.standsAt(bytes, at, end);
    }

    /** Whether a comma, the quoted key and a colon stand at {@code at}, without white space. */
    boolean standsBetweenAt(byte[] bytes, int at, int end) {
        return between.standsAt(bytes, at, end);
    }
}
