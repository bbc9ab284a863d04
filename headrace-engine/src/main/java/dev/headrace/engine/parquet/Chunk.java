package dev.headrace.engine.parquet;

import org.jspecify.annotations.Nullable;

/**
 * What the footer tells of one column in one row group.
 *
 * @param start where its first page begins
 * @param dataStart where its data page begins
 * @param rows values and gaps together
 * @param range null where it is not told
 */
record Chunk(
        long start,
        long dataStart,
        Size size,
        int rows,
        int missing,
        @Nullable Range range) {

    boolean hasDictionary() {
        return dataStart > start;
    }

    /**
     * Its bytes, headers included.
     *
     * @param stored those in the file
     * @param whole those that it would have if it were not compressed
     */
    record Size(long stored, long whole, boolean isPacked) {}

    /** The least and the greatest value. */
    record Range(long least, long greatest) {

        static Range of(long[] values, int count) {
            long least = values[0];
            long greatest = values[0];
            for (int i = 1; i < count; i++) {
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
            return new Range(least, greatest);
        }
    }
}
