package dev.headrace.engine.parquet;

import dev.headrace.engine.column.ColumnBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes the pages of one column after the other. */
final class ChunkWriter {

    private final FileOutput out;
    private final @Nullable PagePacker packer;
    private final ThriftWriter thrift = new ThriftWriter();
    private final Dictionary dictionary = new Dictionary();

    /** How many bytes less the pages of a chunk have because they are compressed. */
    private long saved;

    /** @param packer null: pages are written as they are */
    ChunkWriter(FileOutput out, @Nullable PagePacker packer) {
        this.out = out;
        this.packer = packer;
    }

    /** Writes the values that {@code column} has in the first {@code rows} rows. */
    Chunk write(ParquetColumn type, ColumnBuffer column, int rows) throws IOException {
        saved = 0;
        Levels levels = new Levels(column, rows);
        long start = out.position();
        long dataStart = start;
        if (column.isConstant()) {
            writeEntry(column);
            dataStart = out.position();
            writeZeros(levels, rows);
        } else if (column.isWide() && column.presentCount() > 0 && dictionary.take(column)) {
            writePage(PageHead.dictionary(dictionary.entriesLength(), dictionary.entries()), dictionary::writeEntries);
            dataStart = out.position();
            writeIndexes(levels, rows);
        } else {
            writeValues(type.physical(), column, levels, rows);
        }
        long length = out.position() - start;
        Chunk.Size size = new Chunk.Size(length, length + saved, packer != null);
        return new Chunk(start, dataStart, size, rows, levels.missing(), range(type, column));
    }

    private static Chunk.@Nullable Range range(ParquetColumn type, ColumnBuffer column) {
        boolean told = type.physical().hasRange() && column.presentCount() > 0;
        return told ? Chunk.Range.of(column.longs(), column.presentCount()) : null;
    }

    private void writeValues(PhysicalType physical, ColumnBuffer column, Levels levels, int rows) throws IOException {
        boolean wide = physical == PhysicalType.BYTE_ARRAY;
        long length = wide ? column.byteLength() : physical.length(column.presentCount());
        writePage(PageHead.data(levels.length() + length, rows, PageHead.PLAIN), to -> {
            levels.write(to);
            switch (physical) {
                case BOOLEAN -> writeBooleans(to, column.longs(), column.presentCount());
                case INT32 -> writeInts(to, column.longs(), column.presentCount());
                case INT64, DOUBLE -> to.longs(column.longs(), column.presentCount());
                case BYTE_ARRAY -> to.bytes(column.bytes(), 0, column.byteLength());
            }
        });
    }

    private static void writeBooleans(ByteOutput to, long[] values, int count) throws IOException {
        for (int i = 0; i < count; i += 8) {
            int bits = 0;
            for (int bit = 0; bit < 8 && i + bit < count; bit++) {
                bits |= (int) values[i + bit] << bit;
            }
            to.oneByte(bits);
        }
    }

    private static void writeInts(ByteOutput to, long[] values, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            to.int32(Math.toIntExact(values[i]));
        }
    }

    private void writeIndexes(Levels levels, int rows) throws IOException {
        int length = levels.length() + dictionary.indexesLength();
        writePage(PageHead.data(length, rows, PageHead.RLE_DICTIONARY), to -> {
            levels.write(to);
            dictionary.writeIndexes(to);
        });
    }

    /** A dictionary of one entry. */
    private void writeEntry(ColumnBuffer constant) throws IOException {
        writePage(
                PageHead.dictionary(constant.byteLength(), 1),
                to -> to.bytes(constant.bytes(), 0, constant.byteLength()));
    }

    /** Every row points to the only entry of the dictionary: a bit width, and one run of zeros. */
    private void writeZeros(Levels levels, int rows) throws IOException {
        int indexes = 1 + Levels.varintLength(rows << 1) + 1;
        writePage(PageHead.data(levels.length() + indexes, rows, PageHead.RLE_DICTIONARY), to -> {
            levels.write(to);
            to.oneByte(1);
            to.varint(rows << 1);
            to.oneByte(0);
        });
    }

    private void writePage(PageHead head, PagePacker.Content content) throws IOException {
        if (packer == null) {
            out.bytes(head.encode(thrift, head.length()));
            content.write(out);
            return;
        }
        ByteBuffer packed = packer.pack(head.length(), content);
        saved += head.length() - packed.remaining();
        out.bytes(head.encode(thrift, packed.remaining()));
        out.bytes(packed);
    }
}
