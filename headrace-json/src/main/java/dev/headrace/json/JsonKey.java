package dev.headrace.json;

import java.util.Arrays;

/**
 * A key as it stands in a JSON text, quotes included, ready to be compared with the bytes of an object in one step or
 * two. Made once per known key and kept; immutable. Two spellings of one name (an escape or none) are two keys.
 */
public final class JsonKey {
    private final byte[] quoted;
    private final long first;
    private final long firstMask;
    private final boolean escaped;

    private JsonKey(byte[] quoted) {
        this.quoted = quoted;
        byte[] padded = Arrays.copyOf(quoted, Math.max(8, quoted.length));
        this.first = Words.at(padded, 0);
        this.firstMask = quoted.length >= 8 ? -1L : (1L << quoted.length * 8) - 1;
        this.escaped = indexOfBackslash(quoted) >= 0;
    }

    /** The key that a scanner has just read: the bytes between the quotes, from {@code start} to before {@code end}. */
    public static JsonKey ofSource(byte[] bytes, int start, int end) {
        byte[] quoted = new byte[end - start + 2];
        System.arraycopy(bytes, start, quoted, 1, end - start);
        quoted[0] = '"';
        quoted[quoted.length - 1] = '"';
        return new JsonKey(quoted);
    }

    private static int indexOfBackslash(byte[] bytes) {
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == '\\') {
                return index;
            }
        }
        return -1;
    }

    /** The number of bytes with both quotes. */
    int quotedLength() {
        return quoted.length;
    }

    boolean hasEscapes() {
        return escaped;
    }

    /** Whether the quoted key stands at {@code at}. */
    boolean standsAt(byte[] bytes, int at, int end) {
        int length = quoted.length;
        if (at + 8 > end) {
            return length <= end - at && Arrays.equals(bytes, at, at + length, quoted, 0, length);
        }
        if (((Words.at(bytes, at) ^ first) & firstMask) != 0) {
            return false;
        }
        return length <= 8 || length <= end - at && restStandsAt(bytes, at, length);
    }

    private boolean restStandsAt(byte[] bytes, int at, int length) {
        for (int index = 8; index < length - 8; index += 8) {
            if (Words.at(bytes, at + index) != Words.at(quoted, index)) {
                return false;
            }
        }
        return Words.at(bytes, at + length - 8) == Words.at(quoted, length - 8);
    }
}
