package dev.headrace.engine.loadpackage;

import dev.headrace.load.LoadId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a package has come: rows that are on the disk, and what a run needs to go on behind them. Immutable. */
public final class Checkpoint implements Leftover {

    private final Path folder;
    private final LoadId id;
    private final Instant createdAt;
    private final int tableNumbers;
    private final Map<String, List<WrittenPart>> parts;
    private final Map<String, @Nullable Object> content;

    /**
     * @param folder that of the package
     * @param tableNumbers files have numbers below this one
     * @param parts by table
     */
    Checkpoint(
            Path folder,
            LoadId id,
            Instant createdAt,
            int tableNumbers,
            Map<String, List<WrittenPart>> parts,
            Map<String, @Nullable Object> content) {
        this.folder = folder;
        this.id = id;
        this.createdAt = createdAt;
        this.tableNumbers = tableNumbers;
        this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        this.content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /** The load id that the package keeps. */
    public LoadId id() {
        return id;
    }

    /** What the run that made it gave, as plain JSON values. */
    public Map<String, @Nullable Object> content() {
        return content;
    }

    /** How many rows are on the disk, by table. */
    public Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        parts.forEach((table, written) -> rows.put(
                table, written.stream().mapToLong(part -> part.part().rows()).sum()));
        return rows;
    }

    Path folder() {
        return folder;
    }

    Instant createdAt() {
        return createdAt;
    }

    int tableNumbers() {
        return tableNumbers;
    }

    Map<String, List<WrittenPart>> parts() {
        return parts;
    }
}
