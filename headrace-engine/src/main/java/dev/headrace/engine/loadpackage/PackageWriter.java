package dev.headrace.engine.loadpackage;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.parquet.PagePacker;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PackageCompression;
import dev.headrace.load.PartFile;
import dev.headrace.load.Reset;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes one package. Batches are written by a thread of its own, and what fails there is thrown at the next call. Nothing
 * of the package is pending before {@link #finish} has returned. Closing an unfinished one removes it, unless it has a
 * {@linkplain #checkpoint checkpoint} and is to be {@linkplain #keep kept} or could not be written. Used by one thread at a
 * time.
 *
 * <p>Every method throws {@link dev.headrace.DataException} when the folder cannot be written or its disk is full.
 */
public final class PackageWriter implements AutoCloseable {

    private final PackageLayout layout;
    private final LoadId id;
    private final String pipeline;
    private final PackageTarget target;
    private final Instant createdAt;
    private final Path folder;
    private final @Nullable PagePacker packer;
    private final BackgroundWriter background;

    /** What was written before this writer was there, by table. */
    private final Map<String, List<WrittenPart>> earlier;

    private final int firstNumber;
    private final List<OpenTable> tables = new ArrayList<>();
    private final Map<Path, Long> checksums = new HashMap<>();
    private boolean closed;
    private boolean moved;
    private boolean kept;
    private boolean broken;
    private volatile boolean busy;
    private volatile boolean hasCheckpoint;

    private PackageWriter(
            PackageLayout layout,
            String pipeline,
            PackageTarget target,
            PackageCompression compression,
            Checkpoint beginning) {
        this.layout = layout;
        this.id = beginning.id();
        this.pipeline = pipeline;
        this.target = target;
        this.createdAt = beginning.createdAt();
        this.folder = beginning.folder();
        this.earlier = beginning.parts();
        this.firstNumber = beginning.tableNumbers();
        this.packer = PagePacker.of(compression);
        this.background = new BackgroundWriter(folder);
    }

    /** Begins a package. */
    static PackageWriter create(
            PackageLayout layout,
            LoadId id,
            String pipeline,
            PackageTarget target,
            PackageCompression compression,
            Instant createdAt)
            throws IOException {
        Path folder = Files.createDirectories(layout.folder(PackageStage.NEW, id));
        Checkpoint beginning = new Checkpoint(folder, id, createdAt, 0, Map.of(), Map.of());
        return new PackageWriter(layout, pipeline, target, compression, beginning);
    }

    /** Goes on behind a checkpoint, compressed or not, whatever the files before it are. */
    static PackageWriter after(
            Checkpoint checkpoint,
            PackageLayout layout,
            String pipeline,
            PackageTarget target,
            PackageCompression compression) {
        PackageWriter writer = new PackageWriter(layout, pipeline, target, compression, checkpoint);
        writer.hasCheckpoint = true;
        return writer;
    }

    /** A table that one caller writes. */
    private record OpenTable(String table, TableParts parts) {}

    /** The id of the load, which is also the value of {@code _dlt_load_id}. */
    public LoadId id() {
        return id;
    }

    /** A writer of a table all of whose timestamps are moments in time. */
    public BatchWriter open(String table) {
        return open(table, column -> true);
    }

    /**
     * A writer of a table. A table may have several: what they write lies in parts of their own.
     *
     * @param zoned whether a column of timestamps holds moments, and not readings of a clock somewhere; asked on the thread
     *     that hands batches over, when a batch has new columns
     */
    public BatchWriter open(String table, Predicate<String> zoned) {
        int number = firstNumber + tables.size();
        TableParts parts =
                new TableParts(background, part -> PackageLayout.part(folder, number, table, part), zoned, packer);
        tables.add(new OpenTable(table, parts));
        return parts;
    }

    /**
     * Makes durable what was handed over so far, in the background: if the process ends from then on, another one can
     * {@linkplain PackageStore#goOn go on} there.
     *
     * @param content what it needs for that, as plain JSON values; asked for on the writing thread
     * @param durable called on that thread when everything is on the disk
     */
    public void checkpoint(Supplier<Map<String, @Nullable Object>> content, Runnable durable) {
        List<OpenTable> opened = List.copyOf(tables);
        busy = true;
        background.submit(new BackgroundWriter.Job() {
            @Override
            public void run() throws IOException {
                write(opened, content.get());
                durable.run();
            }

            @Override
            public void release() {
                busy = false;
            }
        });
    }

    /** Whether a checkpoint is under way. */
    public boolean isBusy() {
        return busy;
    }

    /** Waits until everything that was handed over, a checkpoint included, has been written. */
    public void await() {
        background.drain();
    }

    private void write(List<OpenTable> opened, Map<String, @Nullable Object> content) throws IOException {
        Map<String, List<WrittenPart>> parts = copyOfEarlier();
        for (OpenTable table : opened) {
            List<WrittenPart> complete = table.parts().complete();
            if (!complete.isEmpty()) {
                parts.computeIfAbsent(table.table(), name -> new ArrayList<>()).addAll(complete);
            }
        }
        Checkpoint checkpoint = new Checkpoint(folder, id, createdAt, firstNumber + opened.size(), parts, content);
        if (!hasCheckpoint) {
            syncFoldersAbove();
        }
        Disk.syncFolder(folder);
        Disk.replace(
                PackageLayout.checkpoint(folder),
                PackageLayout.temporaryCheckpoint(folder),
                CheckpointDocument.write(checkpoint, target));
        hasCheckpoint = true;
    }

    /** The names of new folders must last as long as what is in them. */
    private void syncFoldersAbove() throws IOException {
        for (Path above = folder.getParent();
                above != null && above.startsWith(layout.root());
                above = above.getParent()) {
            Disk.syncFolder(above);
        }
    }

    private Map<String, List<WrittenPart>> copyOfEarlier() {
        Map<String, List<WrittenPart>> copy = new LinkedHashMap<>();
        earlier.forEach((table, parts) -> copy.put(table, new ArrayList<>(parts)));
        return copy;
    }

    /**
     * Completes the files of all tables and tells which there are, in the order in which the tables were opened; tables
     * without rows are not among them. No batch can be written afterwards. May be asked again.
     */
    public Map<String, List<PartFile>> parts() {
        if (!closed) {
            tables.forEach(table -> table.parts().finish());
            background.finish();
            closed = true;
        }
        Map<String, List<WrittenPart>> written = copyOfEarlier();
        tables.forEach(table -> written.computeIfAbsent(table.table(), name -> new ArrayList<>())
                .addAll(table.parts().parts()));
        Map<String, List<PartFile>> parts = new LinkedHashMap<>();
        written.forEach((table, those) -> {
            those.forEach(part -> checksums.put(part.part().file(), part.checksum()));
            if (!those.isEmpty()) {
                parts.put(table, those.stream().map(WrittenPart::part).toList());
            }
        });
        return parts;
    }

    /**
     * Completes the package and makes it durable: from now on it is pending until it is archived.
     *
     * @param loads what it brings, parents before their nested tables, with parts from {@link #parts()}
     * @param reset what it takes away before
     * @return the package, with its files at their final place
     */
    public LoadPackage finish(Schema schema, Optional<StateRow> state, List<TableLoad> loads, Reset reset) {
        parts();
        LoadPackage written = new LoadPackage(id, pipeline, schema, createdAt, loads, state, reset);
        Path place = layout.folder(PackageStage.NORMALISED, id);
        try {
            Disk.write(PackageLayout.temporaryManifest(folder), Manifest.write(written, target, checksums));
            Disk.move(PackageLayout.temporaryManifest(folder), PackageLayout.manifest(folder));
            Disk.move(folder, place);
            moved = true;
            Files.deleteIfExists(PackageLayout.checkpoint(place));
        } catch (IOException e) {
            broken = true;
            throw Failures.cannotWrite(folder, e);
        }
        return relocated(written, place);
    }

    /** The same package in another folder. */
    static LoadPackage relocated(LoadPackage written, Path folder) {
        List<TableLoad> loads = written.tables().stream()
                .map(load -> load.withParts(load.parts().stream()
                        .map(part -> relocated(part, folder))
                        .toList()))
                .toList();
        return written.withTables(loads);
    }

    private static PartFile relocated(PartFile part, Path folder) {
        Path file = folder.resolve(part.file().getFileName());
        return new PartFile(file, part.rows(), part.bytes(), part.columns(), part.hasOrigin());
    }

    /** Lets the last checkpoint, if there is one, outlive this writer. */
    public void keep() {
        kept = true;
    }

    /** Whether the last checkpoint will outlive this writer, unless it is finished. */
    public boolean isKept() {
        return hasCheckpoint && (kept || broken || background.hasFailed());
    }

    /** Removes the package unless it is finished or kept. */
    @Override
    public void close() {
        background.close();
        if (packer != null) {
            packer.close();
        }
        if (moved) {
            return;
        }
        try {
            for (OpenTable table : tables) {
                table.parts().abandon();
            }
            if (!isKept()) {
                Disk.deleteFolder(folder);
            }
        } catch (IOException e) {
            throw Failures.cannotKeep(folder, e);
        }
    }
}
