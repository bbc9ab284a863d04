package dev.headrace.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, as one little-endian number: the lowest byte is the first. */
final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;

    private Words() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** The bytes from {@code start} to before {@code end}, at most seven, likewise; nothing in place of the others. */
    static long upTo(byte[] bytes, int start, int end) {
        int length = end - start;
        if (start + Long.BYTES <= bytes.length) {
            return at(bytes, start) & (1L << Byte.SIZE * length) - 1;
        }
        long word = 0;
        for (int index = 0; index < length; index++) {
            word |= (bytes[start + index] & 0xffL) << Byte.SIZE * index;
        }
        return word;
    }

    /** Four bytes, likewise. */
    static int halfAt(byte[] bytes, int index) {
        return (int) INTS.get(bytes, index);
    }

    /** Four ASCII characters as {@link #halfAt} answers them. */
    static int half(String word) {
        return word.charAt(0) | word.charAt(1) << 8 | word.charAt(2) << 16 | word.charAt(3) << 24;
    }

    /**
     * The high bit of every byte that ends the plain run of a JSON string: a quote, a backslash, a control character or
     * a byte that is not ASCII. Only the lowest bit set is exact (a borrow may set bits above it), and only it is used.
     */
    static long special(long word) {
        long quote = (word ^ ONES * '"') - ONES;
        long backslash = (word ^ ONES * '\\') - ONES;
        long control = word - ONES * ' ';
        return (quote | backslash | control | word) & ONES << 7;
    }

    /** The high bit of every byte that is a quote or a backslash; exact, and used, for the lowest one only. */
    static long quoteOrBackslash(long word) {
        long quote = word ^ ONES * '"';
        long backslash = word ^ ONES * '\\';
        return ((quote - ONES) & ~quote | (backslash - ONES) & ~backslash) & ONES << 7;
    }
}
