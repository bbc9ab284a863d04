package dev.headrace.engine.loadpackage;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.parquet.PagePacker;
import dev.headrace.engine.parquet.ParquetColumn;
import dev.headrace.engine.parquet.ParquetWriter;
import dev.headrace.engine.parquet.WrittenFile;
import dev.headrace.load.PartFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parts of one table. Two batches go round: one is filled by the caller while the other is written. A batch that
 * has more columns than the one before begins a new part.
 */
final class TableParts implements BatchWriter {

    private static final int BATCHES = 2;

    /** A part that was completed so often that its footers have this many bytes is not gone on with. */
    private static final long MOST_FOOTER_BYTES = 256 * 1024;

    private final BackgroundWriter background;
    private final IntFunction<Path> files;
    private final Predicate<String> zoned;
    private final @Nullable PagePacker packer;
    private final BlockingQueue<TableBatch> free = new ArrayBlockingQueue<>(BATCHES);

    // of the caller's thread
    private List<ParquetColumn> columns = List.of();
    private int batches = 1;

    // of the writing thread, until it has ended
    private final List<WrittenPart> parts = new ArrayList<>();
    private @Nullable ParquetWriter writer;

    /**
     * @param files the file of each part, counted from 0
     * @param zoned whether a column of timestamps holds moments; asked on the caller's thread
     * @param packer compresses the files, on the writing thread; null: they are not compressed
     */
    TableParts(
            BackgroundWriter background,
            IntFunction<Path> files,
            Predicate<String> zoned,
            @Nullable PagePacker packer) {
        this.background = background;
        this.files = files;
        this.zoned = zoned;
        this.packer = packer;
    }

    @Override
    public TableBatch exchange(TableBatch full) {
        if (full.columns().size() != columns.size()) {
            columns = full.columns().stream()
                    .map(column -> new ParquetColumn(column.name(), column.type(), zoned.test(column.name())))
                    .toList();
        }
        background.submit(new Write(full, columns));
        return emptyLike(full);
    }

    private TableBatch emptyLike(TableBatch full) {
        TableBatch empty = free.poll();
        if (empty == null && batches < BATCHES) {
            batches++;
            return full.emptyCopy();
        }
        return grown(empty == null ? awaitFree() : empty, full);
    }

    private TableBatch awaitFree() {
        List<TableBatch> taken = new ArrayList<>(1);
        BackgroundWriter.awaiting(() -> taken.add(free.take()));
        background.throwFailure();
        return taken.get(0);
    }

    /** A batch that went round may be older than the newest columns. The columns of {@code full} itself are in use. */
    private static TableBatch grown(TableBatch empty, TableBatch full) {
        List<ColumnBuffer> wanted = full.columns();
        for (int i = empty.columns().size(); i < wanted.size(); i++) {
            empty.add(wanted.get(i).emptyCopy());
        }
        return empty;
    }

    /** A batch on its way to the file. */
    private final class Write implements BackgroundWriter.Job {

        private final TableBatch batch;
        private final List<ParquetColumn> batchColumns;

        Write(TableBatch batch, List<ParquetColumn> batchColumns) {
            this.batch = batch;
            this.batchColumns = batchColumns;
        }

        @Override
        public void run() throws IOException {
            writerFor(batchColumns).write(batch);
        }

        @Override
        public void release() {
            batch.clear();
            free.add(batch);
        }
    }

    private ParquetWriter writerFor(List<ParquetColumn> wanted) throws IOException {
        if (writer != null && !writer.columns().equals(wanted)) {
            finishPart(writer);
        }
        if (writer == null) {
            writer = ParquetWriter.create(files.apply(parts.size()), wanted, packer);
        }
        return writer;
    }

    /** Completes the last part, behind the batches that are on their way. */
    void finish() {
        background.submit(() -> {
            if (writer != null) {
                finishPart(writer);
            }
        });
    }

    private void finishPart(ParquetWriter open) throws IOException {
        parts.add(part(open, open.finish()));
        writer = null;
    }

    private WrittenPart part(ParquetWriter open, WrittenFile file) {
        Path path = files.apply(parts.size());
        List<String> names = new ArrayList<>();
        open.columns().forEach(column -> names.add(column.name()));
        boolean hasOrigin = names.remove(PartFile.ORIGIN);
        return new WrittenPart(new PartFile(path, file.rows(), file.bytes(), names, hasOrigin), file.checksum());
    }

    /**
     * Brings what was written so far to the disk, and tells which parts there are then: the last one may grow later, and is
     * complete as far as it is told here. To be called on the writing thread.
     */
    List<WrittenPart> complete() throws IOException {
        if (writer == null) {
            return parts();
        }
        WrittenPart last = part(writer, writer.complete());
        if (writer.footerBytes() >= MOST_FOOTER_BYTES) {
            finishPart(writer);
            return parts();
        }
        List<WrittenPart> all = new ArrayList<>(parts);
        all.add(last);
        return all;
    }

    /** The finished parts; to be asked on the writing thread, or when it has ended. */
    List<WrittenPart> parts() {
        return List.copyOf(parts);
    }

    /** Closes an unfinished file; to be called when the writing thread has ended. */
    void abandon() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
