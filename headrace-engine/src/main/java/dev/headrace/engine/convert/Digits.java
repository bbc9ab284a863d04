package dev.headrace.engine.convert;

/** Decimal digits in ASCII bytes. */
final class Digits {

    /** A fraction of a second is given in nanoseconds at the finest. */
    static final int MOST_IN_FRACTION = 9;

    private Digits() {}

    static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /** The number of two digits, or something negative. The array must reach that far. */
    static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? Integer.MIN_VALUE : tens * 10 + ones;
    }

    /** The number of four digits, or something negative. The array must reach that far. */
    static int four(byte[] text, int at) {
        int high = two(text, at);
        int low = two(text, at + 2);
        return (high | low) < 0 ? Integer.MIN_VALUE : high * 100 + low;
    }

    /** How many digits there are from {@code at} on. */
    static int count(byte[] text, int at, int end) {
        int next = at;
        while (next < end && isDigit(text[next])) {
            next++;
        }
        return next - at;
    }

    /** Microseconds of a fraction of a second with that many digits; finer digits are cut off. */
    static long micros(byte[] text, int at, int digits) {
        long micros = 0;
        for (int i = 0; i < 6; i++) {
            micros = micros * 10 + (i < digits ? text[at + i] - '0' : 0);
        }
        return micros;
    }
}
