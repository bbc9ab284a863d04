package dev.headrace.engine.parquet;

import dev.headrace.engine.column.ColumnBuffer;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The different values of a column of bytes, and for each of its rows which one it has. Only worth its while where few
 * values are repeated often; a column with more than {@value #MOST_ENTRIES} is found out after little more than as many.
 * Filled again and again.
 */
final class Dictionary {

    private static final int MOST_ENTRIES = 1024;
    private static final int SLOTS = 4 * MOST_ENTRIES;

    /** A value that comes less often, on average, is better written as it is. */
    private static final int LEAST_REPETITION = 4;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Entry numbers from 1, by hash; 0 where there is none. */
    private final short[] slots = new short[SLOTS];

    private final int[] starts = new int[MOST_ENTRIES];
    private final int[] ends = new int[MOST_ENTRIES];
    private short[] indexes = {};
    private byte[] bytes = {};
    private int count;
    private int entries;

    /** Takes the values of a column of bytes; false if a dictionary is not worth its while. */
    boolean take(ColumnBuffer column) {
        bytes = column.bytes();
        count = column.presentCount();
        entries = 0;
        Arrays.fill(slots, (short) 0);
        if (indexes.length < count) {
            indexes = new short[count];
        }
        int[] values = column.starts();
        for (int i = 0; i < count; i++) {
            int index = entry(values[i], i + 1 < count ? values[i + 1] : column.byteLength());
            if (index == MOST_ENTRIES) {
                return false;
            }
            indexes[i] = (short) index;
        }
        return count >= entries * LEAST_REPETITION;
    }

    /** The entry of the value between the indices, length prefix included; {@value #MOST_ENTRIES} when there is no room. */
    private int entry(int from, int to) {
        int slot = hash(from, to) & SLOTS - 1;
        while (slots[slot] != 0) {
            int known = slots[slot] - 1;
            if (Arrays.equals(bytes, from, to, bytes, starts[known], ends[known])) {
                return known;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        if (entries < MOST_ENTRIES) {
            starts[entries] = from;
            ends[entries] = to;
            slots[slot] = (short) (entries + 1);
            return entries++;
        }
        return MOST_ENTRIES;
    }

    private int hash(int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * MIX;
        }
        return (int) (hash >>> 32);
    }

    /** How many different values there are. */
    int entries() {
        return entries;
    }

    /** The bytes of the entries, length prefixes included. */
    int entriesLength() {
        int length = 0;
        for (int i = 0; i < entries; i++) {
            length += ends[i] - starts[i];
        }
        return length;
    }

    void writeEntries(ByteOutput out) throws IOException {
        for (int i = 0; i < entries; i++) {
            out.bytes(bytes, starts[i], ends[i] - starts[i]);
        }
    }

    /** The bytes that {@link #writeIndexes} writes. */
    int indexesLength() {
        return 1 + Levels.varintLength(groups() << 1 | 1) + groups() * width();
    }

    /** The entry of each value, in order: a bit width, then one run of the hybrid encoding, eight values at a time. */
    void writeIndexes(ByteOutput out) throws IOException {
        int width = width();
        out.oneByte(width);
        out.varint(groups() << 1 | 1);
        long bits = 0;
        int pending = 0;
        for (int i = 0; i < groups() * 8; i++) {
            bits |= (i < count ? (long) indexes[i] : 0) << pending;
            pending += width;
            for (; pending >= 8; pending -= 8) {
                out.oneByte((int) bits & 0xFF);
                bits >>>= 8;
            }
        }
    }

    private int width() {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1));
    }

    private int groups() {
        return (count + 7) / 8;
    }
}
