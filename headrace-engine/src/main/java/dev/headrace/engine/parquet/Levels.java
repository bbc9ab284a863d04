package dev.headrace.engine.parquet;

import dev.headrace.engine.column.ColumnBuffer;
import java.io.IOException;

/**
 * Says which rows have a value: definition levels of one bit, as one run of the hybrid encoding. A run of equal levels where
 * all rows agree, else the bits as they are; the buffer keeps them in the very order of the format.
 */
final class Levels {

    private static final int LENGTH_PREFIX = 4;

    private final int rows;
    private final int present;
    private final long[] presence;

    Levels(ColumnBuffer column, int rows) {
        this.rows = rows;
        this.present = column.isConstant() ? rows : column.presentCount();
        this.presence = column.presence();
    }

    /** Rows without a value. */
    int missing() {
        return rows - present;
    }

    /** The bytes that {@link #write} writes. */
    int length() {
        return LENGTH_PREFIX + body();
    }

    private boolean uniform() {
        return present == 0 || present == rows;
    }

    private int body() {
        return uniform() ? varintLength(rows << 1) + 1 : varintLength(groups() << 1 | 1) + groups();
    }

    private int groups() {
        return (rows + 7) / 8;
    }

    void write(ByteOutput out) throws IOException {
        out.int32(body());
        if (uniform()) {
            out.varint(rows << 1);
            out.oneByte(present == 0 ? 0 : 1);
        } else {
            out.varint(groups() << 1 | 1);
            writeBits(out);
        }
    }

    private void writeBits(ByteOutput out) throws IOException {
        int bytes = groups();
        for (int i = 0; i < bytes; i++) {
            int word = i >> 3;
            long bits = word < presence.length ? presence[word] : 0;
            out.oneByte((int) (bits >>> ((i & 7) << 3)) & 0xFF);
        }
    }

    static int varintLength(int value) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 6) / 7);
    }
}
