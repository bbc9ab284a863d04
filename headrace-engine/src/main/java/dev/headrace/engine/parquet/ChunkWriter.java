package dev.headrace.engine.parquet;

import dev.headrace.engine.column.ColumnBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the pages of one column after the other. */
final class ChunkWriter {

    static final int PLAIN = 0;
    static final int RLE = 3;
    static final int RLE_DICTIONARY = 8;

    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int DATA_PAGE_HEADER = 5;
    private static final int DICTIONARY_PAGE_HEADER = 7;

    private final FileOutput out;
    private final ThriftWriter thrift = new ThriftWriter();
    private final Dictionary dictionary = new Dictionary();

    ChunkWriter(FileOutput out) {
        this.out = out;
    }

    /** Writes the values that {@code column} has in the first {@code rows} rows. */
    Chunk write(ParquetColumn type, ColumnBuffer column, int rows) throws IOException {
        Levels levels = new Levels(column, rows);
        long start = out.position();
        long dataStart = start;
        if (column.isConstant()) {
            writeDictionary(column);
            dataStart = out.position();
            writeIndexes(levels, rows);
        } else if (column.isWide() && column.presentCount() > 0 && dictionary.take(column)) {
            writeDictionary();
            dataStart = out.position();
            writeDataHeader(levels.length() + dictionary.indexesLength(), rows, RLE_DICTIONARY);
            levels.write(out);
            dictionary.writeIndexes(out);
        } else {
            writeValues(type.physical(), column, levels, rows);
        }
        return new Chunk(start, dataStart, out.position() - start, rows, levels.missing(), range(type, column));
    }

    private static Chunk.@Nullable Range range(ParquetColumn type, ColumnBuffer column) {
        boolean told = type.physical().hasRange() && column.presentCount() > 0;
        return told ? Chunk.Range.of(column.longs(), column.presentCount()) : null;
    }

    private void writeValues(PhysicalType physical, ColumnBuffer column, Levels levels, int rows) throws IOException {
        boolean wide = physical == PhysicalType.BYTE_ARRAY;
        long length = wide ? column.byteLength() : physical.length(column.presentCount());
        writeDataHeader(levels.length() + length, rows, PLAIN);
        levels.write(out);
        switch (physical) {
            case BOOLEAN -> writeBooleans(column.longs(), column.presentCount());
            case INT32 -> writeInts(column.longs(), column.presentCount());
            case INT64, DOUBLE -> out.longs(column.longs(), column.presentCount());
            case BYTE_ARRAY -> out.bytes(column.bytes(), 0, column.byteLength());
        }
    }

    private void writeBooleans(long[] values, int count) throws IOException {
        for (int i = 0; i < count; i += 8) {
            int bits = 0;
            for (int bit = 0; bit < 8 && i + bit < count; bit++) {
                bits |= (int) values[i + bit] << bit;
            }
            out.oneByte(bits);
        }
    }

    private void writeInts(long[] values, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.int32(Math.toIntExact(values[i]));
        }
    }

    private void writeDictionary(ColumnBuffer constant) throws IOException {
        writeDictionaryHeader(1, constant.byteLength());
        out.bytes(constant.bytes(), 0, constant.byteLength());
    }

    private void writeDictionary() throws IOException {
        writeDictionaryHeader(dictionary.entries(), dictionary.entriesLength());
        dictionary.writeEntries(out);
    }

    private void writeDictionaryHeader(int entries, int length) throws IOException {
        beginHeader(DICTIONARY_PAGE, length);
        thrift.beginStruct(DICTIONARY_PAGE_HEADER);
        thrift.i32(1, entries);
        thrift.i32(2, PLAIN);
        endHeader();
    }

    /** Every row points to the only entry of the dictionary: a bit width, and one run of zeros. */
    private void writeIndexes(Levels levels, int rows) throws IOException {
        int indexes = 1 + Levels.varintLength(rows << 1) + 1;
        writeDataHeader(levels.length() + indexes, rows, RLE_DICTIONARY);
        levels.write(out);
        out.oneByte(1);
        out.varint(rows << 1);
        out.oneByte(0);
    }

    private void writeDataHeader(long length, int rows, int encoding) throws IOException {
        beginHeader(DATA_PAGE, length);
        thrift.beginStruct(DATA_PAGE_HEADER);
        thrift.i32(1, rows);
        thrift.i32(2, encoding);
        thrift.i32(3, RLE);
        thrift.i32(4, RLE);
        endHeader();
    }

    private void beginHeader(int pageType, long length) {
        thrift.reset();
        thrift.i32(1, pageType);
        thrift.i32(2, Math.toIntExact(length));
        thrift.i32(3, Math.toIntExact(length));
    }

    private void endHeader() throws IOException {
        thrift.end();
        thrift.end();
        out.bytes(thrift.toByteArray());
    }
}
