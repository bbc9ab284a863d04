package dev.headrace.engine.convert;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decimal digits in ASCII bytes. */
final class Digits {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x30_30_30_30_30_30_30_30L;
    private static final long HIGH_BITS = 0x80_80_80_80_80_80_80_80L;

    /** Added to a byte above nine, it sets the high bit. */
    private static final long ABOVE_NINE = 0x76_76_76_76_76_76_76_76L;

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

    /** Eight characters as one number: the lowest byte is the first. The array must reach that far. */
    static long word(byte[] text, int at) {
        return (long) LONG.get(text, at);
    }

    /**
     * The numbers of two digits at all places of a {@link #word}: see {@link #pair}. Something negative if there is anything
     * else than digits at the places whose byte in {@code digits} is 0xff (and not 0).
     */
    static long pairs(long word, long digits) {
        long values = (word ^ ZEROS) & digits;
        boolean allDigits = ((values + (ABOVE_NINE & digits) | values) & HIGH_BITS) == 0;
        return allDigits ? values * 10 + (values >>> Byte.SIZE) : Long.MIN_VALUE;
    }

    /** The number of the two digits at that place of the word, and the next. */
    static int pair(long pairs, int place) {
        return (int) (pairs >>> Byte.SIZE * place) & 0xff;
    }

    /** How many digits there are from {@code at} on. */
    static int count(byte[] text, int at, int end) {
        int next = at;
        if (reachesWord(text, at)) {
            int ahead = ahead(word(text, at));
            if (ahead < Long.BYTES) {
                return Math.min(ahead, end - at);
            }
            next = Math.min(at + ahead, end);
        }
        while (next < end && isDigit(text[next])) {
            next++;
        }
        return next - at;
    }

    /** How many of the lowest bytes are digits. */
    private static int ahead(long word) {
        long values = word ^ ZEROS;
        // A carry goes into the bytes above one that is no digit itself, so the lowest bit is exact.
        return Long.numberOfTrailingZeros((values + ABOVE_NINE | values) & HIGH_BITS) / Byte.SIZE;
    }

    private static boolean reachesWord(byte[] text, int at) {
        return at <= text.length - Long.BYTES;
    }

    /** Microseconds of a fraction of a second with that many digits; finer digits are cut off. */
    static long micros(byte[] text, int at, int digits) {
        if (reachesWord(text, at)) {
            long values = (word(text, at) ^ ZEROS) & lowest(digits); // places behind the digits count as zeros
            long pairs = values * 10 + (values >>> Byte.SIZE);
            return pair(pairs, 0) * 10_000L + pair(pairs, 2) * 100L + pair(pairs, 4);
        }
        long micros = 0;
        for (int i = 0; i < 6; i++) {
            micros = micros * 10 + (i < digits ? text[at + i] - '0' : 0);
        }
        return micros;
    }

    /** All bits of that many bytes. */
    private static long lowest(int bytes) {
        return bytes < Long.BYTES ? (1L << Byte.SIZE * bytes) - 1 : -1;
    }
}
