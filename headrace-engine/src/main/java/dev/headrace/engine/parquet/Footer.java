package dev.headrace.engine.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.schema.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The structure FileMetaData at the end of a file. Field numbers are those of parquet.thrift. */
final class Footer {

    private static final int FORMAT_VERSION = 1;
    private static final int OPTIONAL = 1;
    private static final int UNCOMPRESSED = 0;
    private static final int LOGICAL_TYPE = 10;

    private final ThriftWriter thrift = new ThriftWriter();
    private final List<ParquetColumn> columns;

    private Footer(List<ParquetColumn> columns) {
        this.columns = columns;
    }

    /** @param groups for each row group its chunks, in the order of the columns */
    static byte[] encode(List<ParquetColumn> columns, List<List<Chunk>> groups, long rows) {
        Footer footer = new Footer(columns);
        footer.write(groups, rows);
        return footer.thrift.toByteArray();
    }

    private void write(List<List<Chunk>> groups, long rows) {
        thrift.i32(1, FORMAT_VERSION);
        thrift.list(2, ThriftWriter.STRUCT, columns.size() + 1);
        writeRoot();
        columns.forEach(this::writeElement);
        thrift.i64(3, rows);
        thrift.list(4, ThriftWriter.STRUCT, groups.size());
        groups.forEach(this::writeGroup);
        thrift.text(6, "headrace");
        writeOrders();
        thrift.end();
    }

    private void writeRoot() {
        thrift.beginElement();
        thrift.text(4, "schema");
        thrift.i32(5, columns.size());
        thrift.end();
    }

    private void writeElement(ParquetColumn column) {
        thrift.beginElement();
        thrift.i32(1, column.physical().code());
        thrift.i32(3, OPTIONAL);
        thrift.text(4, column.name());
        writeMeaning(column);
        thrift.end();
    }

    /** Both ways to say what values mean: the older "converted type" (field 6) where it says the same, and the newer one. */
    private void writeMeaning(ParquetColumn column) {
        switch (column.type()) {
            case TEXT, JSON, DECIMAL, WEI -> {
                thrift.i32(6, 0);
                writeLogicalType(1);
            }
            case DATE -> {
                thrift.i32(6, 6);
                writeLogicalType(6);
            }
            // A time of day that is "adjusted to UTC" would be read as one with a zone.
            case TIME -> writeMicros(7, false);
            case TIMESTAMP -> {
                if (column.zoned()) {
                    thrift.i32(6, 10);
                }
                writeMicros(8, column.zoned());
            }
            case BIGINT, BOOL, DOUBLE, BINARY -> {}
        }
    }

    private void writeLogicalType(int choice) {
        thrift.beginStruct(LOGICAL_TYPE);
        thrift.emptyStruct(choice);
        thrift.end();
    }

    private void writeMicros(int choice, boolean adjustedToUtc) {
        thrift.beginStruct(LOGICAL_TYPE);
        thrift.beginStruct(choice);
        thrift.bool(1, adjustedToUtc);
        thrift.beginStruct(2);
        thrift.emptyStruct(2);
        thrift.end();
        thrift.end();
        thrift.end();
    }

    private void writeGroup(List<Chunk> chunks) {
        thrift.beginElement();
        thrift.list(1, ThriftWriter.STRUCT, chunks.size());
        for (int i = 0; i < chunks.size(); i++) {
            writeChunk(columns.get(i), chunks.get(i));
        }
        thrift.i64(2, chunks.stream().mapToLong(chunk -> chunk.size().whole()).sum());
        thrift.i64(3, chunks.isEmpty() ? 0 : chunks.get(0).rows());
        thrift.end();
    }

    private void writeChunk(ParquetColumn column, Chunk chunk) {
        thrift.beginElement();
        thrift.i64(2, chunk.start());
        thrift.beginStruct(3);
        thrift.i32(1, column.physical().code());
        writeEncodings(chunk);
        thrift.list(3, ThriftWriter.BINARY, 1);
        thrift.element(column.name().getBytes(UTF_8));
        thrift.i32(4, chunk.size().isPacked() ? PagePacker.CODEC : UNCOMPRESSED);
        thrift.i64(5, chunk.rows());
        thrift.i64(6, chunk.size().whole());
        thrift.i64(7, chunk.size().stored());
        thrift.i64(9, chunk.dataStart());
        if (chunk.hasDictionary()) {
            thrift.i64(11, chunk.start());
        }
        writeStatistics(column, chunk);
        thrift.end();
        thrift.end();
    }

    private void writeEncodings(Chunk chunk) {
        thrift.list(2, ThriftWriter.I32, chunk.hasDictionary() ? 3 : 2);
        thrift.element(PageHead.PLAIN);
        thrift.element(PageHead.RLE);
        if (chunk.hasDictionary()) {
            thrift.element(PageHead.RLE_DICTIONARY);
        }
    }

    private void writeStatistics(ParquetColumn column, Chunk chunk) {
        Chunk.Range range = chunk.range();
        thrift.beginStruct(12);
        thrift.i64(3, chunk.missing());
        if (range != null) {
            thrift.binary(5, plain(column, range.greatest()));
            thrift.binary(6, plain(column, range.least()));
        }
        thrift.end();
    }

    private static byte[] plain(ParquetColumn column, long value) {
        boolean narrow = column.type() == DataType.DATE;
        ByteBuffer bytes =
                ByteBuffer.allocate(narrow ? Integer.BYTES : Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return (narrow ? bytes.putInt((int) value) : bytes.putLong(value)).array();
    }

    /** Without them nobody may use least and greatest values: each column is ordered as its type is. */
    private void writeOrders() {
        thrift.list(7, ThriftWriter.STRUCT, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            thrift.beginElement();
            thrift.emptyStruct(1);
            thrift.end();
        }
    }
}
