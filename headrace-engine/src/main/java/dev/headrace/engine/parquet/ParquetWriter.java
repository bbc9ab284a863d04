package dev.headrace.engine.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one file, batch by batch; each becomes a row group. The file is complete, and on the disk, when {@link #finish()} or
 * {@link #complete()} has returned; without them no reader takes the file for one. Used by one thread at a time.
 *
 * <p>BIGINT, TIMESTAMP and TIME are INT64 (times in microseconds), DATE INT32, BOOL BOOLEAN, DOUBLE DOUBLE; the others are
 * BYTE_ARRAY, which is annotated as text except for BINARY.
 */
public final class ParquetWriter implements AutoCloseable {

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);

    private final List<ParquetColumn> columns;
    private final FileOutput out;
    private final ChunkWriter chunks;
    private final List<List<Chunk>> groups = new ArrayList<>();
    private long rows;
    private long footerBytes;
    private @Nullable WrittenFile complete;

    private ParquetWriter(FileOutput out, List<ParquetColumn> columns, @Nullable PagePacker packer) {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.chunks = new ChunkWriter(out, packer);
    }

    /**
     * Begins a file that must not exist.
     *
     * @param columns in file order; at least one
     */
    public static ParquetWriter create(Path file, List<ParquetColumn> columns) throws IOException {
        return create(file, columns, null);
    }

    /**
     * Begins a file that must not exist.
     *
     * @param columns in file order; at least one
     * @param packer compresses its pages; null: they are not compressed
     */
    public static ParquetWriter create(Path file, List<ParquetColumn> columns, @Nullable PagePacker packer)
            throws IOException {
        FileOutput out = new FileOutput(file);
        out.bytes(MAGIC);
        return new ParquetWriter(out, columns, packer);
    }

    /** The columns in file order. */
    public List<ParquetColumn> columns() {
        return columns;
    }

    /** Appends a batch with the columns of the file, in the same order. A batch without rows adds nothing. */
    public void write(TableBatch batch) throws IOException {
        checkColumns(batch);
        if (batch.rows() == 0) {
            return;
        }
        List<Chunk> group = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            group.add(chunks.write(columns.get(i), batch.columns().get(i), batch.rows()));
        }
        groups.add(group);
        rows += batch.rows();
        complete = null;
    }

    private void checkColumns(TableBatch batch) {
        boolean same = batch.columns().size() == columns.size();
        for (int i = 0; same && i < columns.size(); i++) {
            ColumnBuffer column = batch.columns().get(i);
            same = column.name().equals(columns.get(i).name())
                    && column.type() == columns.get(i).type();
        }
        if (!same) {
            throw new IllegalArgumentException("the batch has other columns than the file: " + columns);
        }
    }

    /**
     * Completes the file as it is and brings it to the disk. Later batches, and the footer that counts then, come behind what
     * is there now: cut off to the length that is told here, the file stays complete.
     */
    public WrittenFile complete() throws IOException {
        if (complete == null) {
            byte[] footer = Footer.encode(columns, groups, rows);
            footerBytes += footer.length;
            out.bytes(footer);
            out.int32(footer.length);
            out.bytes(MAGIC);
            out.sync();
            complete = new WrittenFile(rows, out.position(), out.checksum());
        }
        return complete;
    }

    /** The size of all footers that have been written so far; only the last one counts. */
    public long footerBytes() {
        return footerBytes;
    }

    /** Completes the file, brings it to the disk and closes it. */
    public WrittenFile finish() throws IOException {
        WrittenFile whole = complete();
        out.close();
        return whole;
    }

    /** Closes the file; what has come since it was last completed is lost. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
