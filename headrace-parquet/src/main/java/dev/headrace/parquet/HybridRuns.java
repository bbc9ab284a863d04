package dev.headrace.parquet;

/**
 * Small numbers in Parquet's hybrid encoding: runs of equal numbers, and runs of eight or more with all their bits. Filled
 * again and again.
 */
final class HybridRuns {

    private static final int GROUP = 8;

    private byte[] bytes = {};
    private int at;
    private int width;
    private int mask;
    private int left;
    private boolean packed;
    private int repeated;
    private long bits;
    private int bitCount;

    /** @param bitWidth of each number, at most 24 */
    void reset(byte[] source, int start, int bitWidth) {
        bytes = source;
        at = start;
        width = bitWidth;
        mask = (1 << bitWidth) - 1;
        left = 0;
    }

    int next() {
        if (left == 0) {
            beginRun();
        }
        left--;
        return packed ? nextPacked() : repeated;
    }

    private int nextPacked() {
        while (bitCount < width) {
            bits |= (long) (bytes[at++] & 0xFF) << bitCount;
            bitCount += 8;
        }
        int value = (int) bits & mask;
        bits >>>= width;
        bitCount -= width;
        return value;
    }

    private void beginRun() {
        int header = varint();
        packed = (header & 1) != 0;
        left = packed ? (header >>> 1) * GROUP : header >>> 1;
        if (left == 0) {
            throw new DamagedFileException("a run of numbers is empty");
        }
        if (packed) {
            bits = 0;
            bitCount = 0;
        } else {
            repeated = 0;
            for (int shift = 0; shift < width; shift += 8) {
                repeated |= (bytes[at++] & 0xFF) << shift;
            }
        }
    }

    private int varint() {
        int value = 0;
        int shift = 0;
        int next = bytes[at++];
        for (; next < 0; next = bytes[at++]) {
            value |= (next & 0x7F) << shift;
            shift += 7;
        }
        return value | next << shift;
    }
}
