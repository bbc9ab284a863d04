package dev.headrace.engine.loadpackage;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.Reset;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes one package. Batches are written by a thread of its own, and what fails there is thrown at the next call. Nothing
 * of the package can be found again before {@link #finish} has returned; closing an unfinished one removes it. Used by one
 * thread at a time.
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
    private final BackgroundWriter background;
    private final Map<String, TableParts> tables = new LinkedHashMap<>();
    private final Map<Path, Long> checksums = new HashMap<>();
    private boolean closed;
    private boolean moved;

    PackageWriter(PackageLayout layout, LoadId id, String pipeline, PackageTarget target, Instant createdAt)
            throws IOException {
        this.layout = layout;
        this.id = id;
        this.pipeline = pipeline;
        this.target = target;
        this.createdAt = createdAt;
        this.folder = Files.createDirectories(layout.folder(PackageStage.NEW, id));
        this.background = new BackgroundWriter(folder);
    }

    /** The id of the load, which is also the value of {@code _dlt_load_id}. */
    public LoadId id() {
        return id;
    }

    /** The writer of a table all of whose timestamps are moments in time. */
    public BatchWriter open(String table) {
        return open(table, column -> true);
    }

    /**
     * The writer of a table; each table has one.
     *
     * @param zoned whether a column of timestamps holds moments, and not readings of a clock somewhere; asked on the thread
     *     that hands batches over, when a batch has new columns
     */
    public BatchWriter open(String table, Predicate<String> zoned) {
        int number = tables.size();
        TableParts parts = new TableParts(background, part -> PackageLayout.part(folder, number, table, part), zoned);
        if (tables.putIfAbsent(table, parts) != null) {
            throw new IllegalStateException("table " + table + " has a writer already");
        }
        return parts;
    }

    /**
     * Completes the files of all tables and tells which there are, in the order in which the tables were opened; tables
     * without rows are not among them. No batch can be written afterwards. May be asked again.
     */
    public Map<String, List<PartFile>> parts() {
        if (!closed) {
            tables.values().forEach(TableParts::finish);
            background.finish();
            closed = true;
        }
        Map<String, List<PartFile>> parts = new LinkedHashMap<>();
        tables.forEach((table, written) -> {
            written.parts().forEach(part -> checksums.put(part.part().file(), part.checksum()));
            if (!written.parts().isEmpty()) {
                parts.put(
                        table,
                        written.parts().stream()
                                .map(TableParts.WrittenPart::part)
                                .toList());
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
        } catch (IOException e) {
            throw Failures.cannotWrite(folder, e);
        }
        return relocated(written, place);
    }

    private static LoadPackage relocated(LoadPackage written, Path folder) {
        List<TableLoad> loads = written.tables().stream()
                .map(load -> new TableLoad(
                        load.table(),
                        load.disposition(),
                        load.parts().stream()
                                .map(part -> relocated(part, folder))
                                .toList()))
                .toList();
        return written.withTables(loads);
    }

    private static PartFile relocated(PartFile part, Path folder) {
        Path file = folder.resolve(part.file().getFileName());
        return new PartFile(file, part.rows(), part.bytes(), part.columns(), part.hasOrigin());
    }

    /** Removes the package unless it is finished. */
    @Override
    public void close() {
        background.close();
        if (moved) {
            return;
        }
        try {
            for (TableParts table : tables.values()) {
                table.abandon();
            }
            Disk.deleteFolder(folder);
        } catch (IOException e) {
            throw Failures.cannotKeep(folder, e);
        }
    }
}
