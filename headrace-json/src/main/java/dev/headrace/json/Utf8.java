package dev.headrace.json;

/** Well-formed UTF-8 as the Unicode Standard defines it (version 15, table 3-7): no overlong forms, no surrogates. */
final class Utf8 {
    private Utf8() {}

    /** The index after the sequence of two to four bytes at {@code at}, or -1 if it is malformed or cut off. */
    static int afterSequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return continues(bytes, at + 1, at + 2, end);
        }
        if (at + 1 >= end) {
            return -1;
        }
        int second = bytes[at + 1] & 0xff;
        if (lead >= 0xe0 && lead <= 0xef) {
            return secondOfThree(lead, second) ? continues(bytes, at + 2, at + 3, end) : -1;
        }
        return secondOfFour(lead, second) ? continues(bytes, at + 2, at + 4, end) : -1;
    }

    private static boolean secondOfThree(int lead, int second) {
        int lowest = lead == 0xe0 ? 0xa0 : 0x80;
        int highest = lead == 0xed ? 0x9f : 0xbf;
        return second >= lowest && second <= highest;
    }

    private static boolean secondOfFour(int lead, int second) {
        int lowest = lead == 0xf0 ? 0x90 : 0x80;
        int highest = lead == 0xf4 ? 0x8f : 0xbf;
        return lead >= 0xf0 && lead <= 0xf4 && second >= lowest && second <= highest;
    }

    private static int continues(byte[] bytes, int from, int to, int end) {
        if (to > end) {
            return -1;
        }
        for (int at = from; at < to; at++) {
            if ((bytes[at] & 0xc0) != 0x80) {
                return -1;
            }
        }
        return to;
    }

    /** Writes one code point and answers the index after it. */
    static int write(int point, byte[] target, int at) {
        if (point < 0x80) {
            target[at] = (byte) point;
            return at + 1;
        }
        int length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        int rest = point;
        for (int index = at + length - 1; index > at; index--) {
            target[index] = (byte) (0x80 | rest & 0x3f);
            rest >>>= 6;
        }
        target[at] = (byte) (0xf00 >>> length & 0xff | rest);
        return at + length;
    }
}
