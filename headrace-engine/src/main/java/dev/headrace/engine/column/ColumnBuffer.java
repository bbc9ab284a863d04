package dev.headrace.engine.column;

import dev.headrace.schema.DataType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The values of one column in a batch. Values are dense: a row without a value takes no space but its bit. Rows are filled
 * in ascending order; putting a second value into the last row replaces the first.
 *
 * <p>Numbers are kept as {@code long}: BIGINT as it is, BOOL as 0 or 1, DOUBLE as its raw bits, TIMESTAMP as microseconds
 * since 1970-01-01T00:00Z, DATE as days since 1970-01-01, TIME as microseconds since midnight. All other types are kept as
 * bytes: TEXT and JSON in UTF-8, BINARY as it is, DECIMAL and WEI as plain decimal text.
 */
public final class ColumnBuffer {

    private static final int FIRST_VALUES = 64;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_PREFIX = 4;

    private final String name;
    private final DataType type;
    private final boolean constant;
    private final boolean wide;
    private long[] longs = {};
    private byte[] bytes = {};
    private int[] starts = {};
    private long[] presence = {};
    private int byteLength;
    private int presentCount;

    /** The last row that has a value; later ones have no bit in {@link #presence}. */
    private int lastRow = -1;

    private ColumnBuffer(String name, DataType type, boolean constant) {
        this.name = name;
        this.type = type;
        this.constant = constant;
        this.wide = !holdsLongs(type);
    }

    /** An empty column. */
    public static ColumnBuffer of(String name, DataType type) {
        return new ColumnBuffer(name, type, false);
    }

    /** A text column that has the same value in each row; it counts as one value, and takes no others. */
    public static ColumnBuffer constantText(String name, String value) {
        ColumnBuffer column = new ColumnBuffer(name, DataType.TEXT, true);
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        column.append(text, 0, text.length);
        column.lastRow = Integer.MAX_VALUE;
        return column;
    }

    private static boolean holdsLongs(DataType type) {
        return switch (type) {
            case BIGINT, BOOL, DOUBLE, TIMESTAMP, DATE, TIME -> true;
            case TEXT, JSON, BINARY, DECIMAL, WEI -> false;
        };
    }

    public String name() {
        return name;
    }

    public DataType type() {
        return type;
    }

    /** Whether each row has the same value, which is then the only one in {@link #bytes()}. */
    public boolean isConstant() {
        return constant;
    }

    /** Whether values are kept in {@link #bytes()} and not in {@link #longs()}. */
    public boolean isWide() {
        return wide;
    }

    /** How many values there are; 1 for a constant. */
    public int presentCount() {
        return presentCount;
    }

    public boolean isPresent(int row) {
        return constant || row <= lastRow && (presence[row >> 6] >>> row & 1) != 0;
    }

    /** Puts a value of a type that is kept as {@code long}; see the description of the class for the units. */
    public void putLong(int row, long value) {
        occupy(row);
        if (presentCount == longs.length) {
            longs = Arrays.copyOf(longs, grown(presentCount));
        }
        longs[presentCount++] = value;
    }

    /** Puts a copy of the bytes from {@code start} to before {@code end}: a type that is kept as bytes. */
    public void putBytes(int row, byte[] source, int start, int end) {
        occupy(row);
        append(source, start, end - start);
    }

    /** Puts {@code length} bytes, up to sixteen, that are given as two numbers, the lowest byte first. */
    public void putWords(int row, long first, long second, int length) {
        occupy(row);
        int at = appendLength(length, 2 * Long.BYTES);
        LONG.set(bytes, at, first);
        LONG.set(bytes, at + Long.BYTES, second);
    }

    /** The values of a type that is kept as {@code long}; the first {@link #presentCount()} are valid. Not a copy. */
    public long[] longs() {
        return longs;
    }

    /**
     * The values of a type that is kept as bytes, one after another, each with its length in front as four bytes, lowest
     * first: the PLAIN encoding of BYTE_ARRAY in the Parquet format. The first {@link #byteLength()} are valid. Not a copy.
     */
    public byte[] bytes() {
        return bytes;
    }

    public int byteLength() {
        return byteLength;
    }

    /** Where in {@link #bytes()} each value begins, at its length; the first {@link #presentCount()} are valid. Not a copy. */
    public int[] starts() {
        return starts;
    }

    /** Which rows have a value: bit {@code row % 64} of word {@code row / 64}; rows beyond the array have none. Not a copy. */
    public long[] presence() {
        return presence;
    }

    /** The size of the values in bytes. */
    public long byteSize() {
        return wide ? byteLength : (long) presentCount * Long.BYTES;
    }

    /**
     * Adds the values of another column of the same type, whose first row is {@code firstRow} here, behind all values that there
     * are. A constant stays as it is.
     */
    void append(ColumnBuffer other, int firstRow) {
        if (constant || other.presentCount == 0) {
            return;
        }
        int count = presentCount + other.presentCount;
        if (wide) {
            appendWide(other, count);
        } else {
            longs = withRoom(longs, count);
            System.arraycopy(other.longs, 0, longs, presentCount, other.presentCount);
        }
        presentCount = count;
        appendPresence(other, firstRow);
        lastRow = firstRow + other.lastRow;
    }

    private void appendWide(ColumnBuffer other, int count) {
        int length = Math.addExact(byteLength, other.byteLength);
        bytes = withRoom(bytes, length);
        System.arraycopy(other.bytes, 0, bytes, byteLength, other.byteLength);
        if (count > starts.length) {
            starts = Arrays.copyOf(starts, Math.max(count, 2 * starts.length));
        }
        for (int i = 0; i < other.presentCount; i++) {
            starts[presentCount + i] = byteLength + other.starts[i];
        }
        byteLength = length;
    }

    private void appendPresence(ColumnBuffer other, int firstRow) {
        int word = firstRow >> 6;
        int words = (other.lastRow >> 6) + 1;
        presence = withRoom(presence, word + words + 1);
        for (int i = 0; i < words; i++) {
            long bits = other.presence[i];
            presence[word + i] |= bits << firstRow;
            presence[word + i + 1] |= bits >>> 1 >>> ~firstRow;
        }
    }

    /** Removes the values from {@code row} on. */
    public void truncate(int row) {
        while (lastRow >= row && !constant) {
            removeLast();
        }
    }

    /** Removes all values; the capacity stays. */
    public void clear() {
        if (constant) {
            return;
        }
        Arrays.fill(presence, 0, (lastRow >> 6) + 1, 0);
        byteLength = 0;
        presentCount = 0;
        lastRow = -1;
    }

    /** Removes all values; of the arrays those stay that take no more than so many bytes. */
    void clear(int largestKept) {
        clear();
        if (!constant) {
            bytes = bytes.length > largestKept ? new byte[0] : bytes;
            starts = starts.length > largestKept / Integer.BYTES ? new int[0] : starts;
            longs = kept(longs, largestKept);
            presence = kept(presence, largestKept);
        }
    }

    private static long[] kept(long[] longs, int largestKept) {
        return longs.length > largestKept / Long.BYTES ? new long[0] : longs;
    }

    /** A column of the same name and type without values; a constant keeps its value. */
    public ColumnBuffer emptyCopy() {
        ColumnBuffer copy = new ColumnBuffer(name, type, constant);
        if (constant) {
            copy.append(bytes, LENGTH_PREFIX, byteLength - LENGTH_PREFIX);
            copy.lastRow = lastRow;
        }
        return copy;
    }

    private void occupy(int row) {
        if (row <= lastRow) {
            makeRoomIn(row);
        }
        int word = row >> 6;
        if (word >= presence.length) {
            presence = Arrays.copyOf(presence, Math.max(word + 1, presence.length * 2));
        }
        presence[word] |= 1L << row;
        lastRow = row;
    }

    private void makeRoomIn(int row) {
        if (constant || row < lastRow) {
            throw new IllegalStateException("Column " + name + " takes no value in row " + row + " any more");
        }
        removeLast();
    }

    private void removeLast() {
        presence[lastRow >> 6] &= ~(1L << lastRow);
        presentCount--;
        if (wide) {
            byteLength = starts[presentCount];
        }
        lastRow = presentRowBefore(lastRow);
    }

    private int presentRowBefore(int row) {
        for (int word = row >> 6; word >= 0; word--) {
            if (presence[word] != 0) {
                return (word << 6) + 63 - Long.numberOfLeadingZeros(presence[word]);
            }
        }
        return -1;
    }

    private void append(byte[] source, int start, int length) {
        int at = appendLength(length, length);
        System.arraycopy(source, start, bytes, at, length);
    }

    /** Begins a value with its length, makes room for so many bytes, and answers where the value's own begin. */
    private int appendLength(int length, int room) {
        int at = byteLength;
        int behind = Math.addExact(at, LENGTH_PREFIX + room);
        if (behind > bytes.length) {
            bytes = withRoom(bytes, behind);
        }
        if (presentCount == starts.length) {
            starts = Arrays.copyOf(starts, grown(presentCount));
        }
        starts[presentCount++] = at;
        INT.set(bytes, at, length);
        byteLength = at + LENGTH_PREFIX + length;
        return at + LENGTH_PREFIX;
    }

    private static byte[] withRoom(byte[] bytes, int length) {
        return length <= bytes.length
                ? bytes
                : Arrays.copyOf(bytes, (int)
                        Math.min(Integer.MAX_VALUE - 8L, Math.max(length, bytes.length * 2L + 256)));
    }

    private static long[] withRoom(long[] longs, int length) {
        return length <= longs.length ? longs : Arrays.copyOf(longs, Math.max(length, 2 * longs.length));
    }

    private static int grown(int capacity) {
        return Math.max(FIRST_VALUES, capacity * 2);
    }
}
