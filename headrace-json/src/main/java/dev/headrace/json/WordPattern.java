package dev.headrace.json;

import java.util.Arrays;

/** Some bytes that are looked for in many places, eight of them at a time. Immutable. */
final class WordPattern {
    private final byte[] pattern;
    private final int length;
    private final long first;
    private final long firstMask;
    /** The last eight bytes, where there are more than eight. */
    private final long last;

    WordPattern(byte[] pattern) {
        this.pattern = pattern;
        this.length = pattern.length;
        byte[] padded = Arrays.copyOf(pattern, Math.max(Long.BYTES, pattern.length));
        this.first = Words.at(padded, 0);
        this.firstMask = pattern.length >= Long.BYTES ? -1L : (1L << pattern.length * 8) - 1;
        this.last = Words.at(padded, padded.length - Long.BYTES);
    }

    int length() {
        return length;
    }

    int hash() {
        return JsonKeyTable.hash(pattern, 0, length);
    }

    /** Whether the bytes stand at {@code at}, wholly before {@code end}. */
    boolean standsAt(byte[] bytes, int at, int end) {
        if (at + Long.BYTES > end) {
            return length <= end - at && Arrays.equals(bytes, at, at + length, pattern, 0, length);
        }
        if (((Words.at(bytes, at) ^ first) & firstMask) != 0) {
            return false;
        }
        return length <= Long.BYTES || length <= end - at && restStandsAt(bytes, at);
    }

    private boolean restStandsAt(byte[] bytes, int at) {
        return Words.at(bytes, at + length - Long.BYTES) == last
                && (length <= 2 * Long.BYTES || middleStandsAt(bytes, at));
    }

    private boolean middleStandsAt(byte[] bytes, int at) {
        for (int index = Long.BYTES; index < length - Long.BYTES; index += Long.BYTES) {
            if (Words.at(bytes, at + index) != Words.at(pattern, index)) {
                return false;
            }
        }
        return true;
    }
}
