package dev.headrace.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The values of one column in one row group, one row after another. {@link #next} goes to the next row; the other methods
 * tell of its value, if it has one. Used by one thread.
 */
public final class ColumnValues {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final FieldType type;
    private final HybridRuns levels = new HybridRuns();
    private final HybridRuns indexes = new HybridRuns();
    private byte[] bytes = {};
    private int[] entries = {};
    private boolean inDictionary;
    private int following;
    private int bit;
    private long number;
    private int start;
    private int length;

    ColumnValues(FieldType type) {
        this.type = type;
    }

    /** How the values lie in the file. */
    public FieldType type() {
        return type;
    }

    /** Begins with a chunk of so many rows, which stands at the beginning of {@code chunk}. */
    void reset(byte[] chunk, int rows) {
        bytes = chunk;
        PageHeader page = PageHeader.read(chunk, 0);
        if (page.isDictionary()) {
            readDictionary(page);
            page = PageHeader.read(chunk, page.end());
        }
        inDictionary = page.encoding() == PageHeader.RLE_DICTIONARY;
        if (page.values() != rows || !inDictionary && page.encoding() != PageHeader.PLAIN) {
            throw new DamagedFileException("a column has several pages, or an encoding that cannot be read here");
        }
        int levelsStart = page.start() + Integer.BYTES;
        levels.reset(chunk, levelsStart, 1);
        following = levelsStart + (int) INT.get(chunk, page.start());
        bit = 0;
        if (inDictionary && following < page.end()) {
            indexes.reset(chunk, following + 1, chunk[following]);
        }
    }

    private void readDictionary(PageHeader page) {
        if (page.values() > page.length() / Integer.BYTES) {
            throw new DamagedFileException(
                    "a dictionary of " + page.length() + " bytes cannot have " + page.values() + " entries");
        }
        entries = entries.length < page.values() ? new int[page.values()] : entries;
        int at = page.start();
        for (int i = 0; i < page.values(); i++) {
            entries[i] = at;
            at += Integer.BYTES + (int) INT.get(bytes, at);
        }
    }

    /** Goes to the next row; false when it has no value. */
    public boolean next() {
        if (levels.next() == 0) {
            return false;
        }
        switch (type) {
            case BOOLEAN -> nextBoolean();
            case INT32 -> {
                number = (int) INT.get(bytes, following);
                following += Integer.BYTES;
            }
            case INT64, DOUBLE -> {
                number = (long) LONG.get(bytes, following);
                following += Long.BYTES;
            }
            case BYTES -> nextBytes();
        }
        return true;
    }

    private void nextBoolean() {
        number = bytes[following + (bit >> 3)] >> (bit & 7) & 1;
        bit++;
    }

    private void nextBytes() {
        int at = inDictionary ? entries[indexes.next()] : following;
        length = (int) INT.get(bytes, at);
        start = at + Integer.BYTES;
        if (!inDictionary) {
            following = start + length;
        }
    }

    /** The value of any type but BYTES: BOOLEAN as 0 or 1, DOUBLE as its raw bits. */
    public long number() {
        return number;
    }

    /** What holds the value of the type BYTES, from {@link #start} on, {@link #length} bytes long. Not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} the value begins. */
    public int start() {
        return start;
    }

    /** How many bytes the value has. */
    public int length() {
        return length;
    }
}
