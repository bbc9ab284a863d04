package dev.headrace.testkit.destination;

import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.LoadTerms;
import dev.headrace.load.PartFile;
import dev.headrace.load.Reset;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Schema;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a load package for a test: tables, rows, state. Used once. */
public final class PackageScript {

    /** The name of the pipeline in all packages. */
    public static final String PIPELINE = "pipe";
    /** The name of the schema in all packages. */
    public static final String SCHEMA = "source";

    private final DestinationProbe probe;
    private final Path folder;
    private final LoadId id;
    private final Map<String, TableSchema> tables = new LinkedHashMap<>();
    private final Map<String, List<PartFile>> parts = new LinkedHashMap<>();
    private @Nullable StateRow state;
    private String versionHash = "hash";
    private Reset reset = Reset.none();
    private final Map<String, LoadTerms> terms = new LinkedHashMap<>();
    private Instant begun = Instant.parse("2026-01-02T03:04:05Z");

    /** @param folder takes the parts */
    public PackageScript(DestinationProbe probe, Path folder, String loadId) {
        this.probe = probe;
        this.folder = folder;
        this.id = new LoadId(loadId);
    }

    /** A table that is in the schema and was not read. */
    public PackageScript knows(TableSchema table) {
        tables.put(table.name(), table);
        return this;
    }

    /**
     * A table that was read; each call makes one more part, and none when there are no rows. Rows may have a
     * {@link PartFile#ORIGIN}.
     */
    @SafeVarargs
    public final PackageScript rows(TableSchema table, Map<String, ? extends @Nullable Object>... rows) {
        List<Map<String, ? extends @Nullable Object>> list = new ArrayList<>();
        for (Map<String, ? extends @Nullable Object> row : rows) {
            list.add(row);
        }
        return rows(table, table.completeColumns(), list);
    }

    /** A part with some of the table's columns. */
    public PackageScript rows(
            TableSchema table,
            List<ColumnSchema> columns,
            List<? extends Map<String, ? extends @Nullable Object>> rows) {
        knows(table);
        List<PartFile> written = parts.computeIfAbsent(table.name(), name -> new ArrayList<>());
        if (!rows.isEmpty()) {
            Path file = folder.resolve("part" + id.value() + "-" + parts.size() + "-" + written.size() + ".parquet");
            boolean hasOrigin = rows.stream().anyMatch(row -> row.containsKey(PartFile.ORIGIN));
            List<ColumnSchema> all = new ArrayList<>(columns);
            if (hasOrigin) {
                all.add(0, ColumnSchema.of(PartFile.ORIGIN, DataType.BIGINT));
            }
            PartFile part = probe.writePart(
                    file, all, rows.stream().map(row -> values(all, row)).toList());
            List<String> names = new ArrayList<>(part.columns());
            names.remove(PartFile.ORIGIN);
            written.add(new PartFile(part.file(), part.rows(), part.bytes(), names, hasOrigin));
        }
        return this;
    }

    private List<@Nullable Object> values(List<ColumnSchema> columns, Map<String, ? extends @Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ColumnSchema column : columns) {
            boolean isLoadId = column.name().equals(SystemColumns.LOAD_ID);
            values.add(isLoadId ? id.value() : row.get(column.name()));
        }
        return values;
    }

    /** The state that comes with the package. */
    public PackageScript state(long version, String text) {
        Instant created = Instant.parse("2026-01-02T03:04:05.123456Z");
        state = new StateRow(version, 4, PIPELINE, text, created, "state-hash-" + version, "state-row-" + version);
        return this;
    }

    /** The hash of the schema; by default all packages have the same. */
    public PackageScript versionHash(String hash) {
        versionHash = hash;
        return this;
    }

    /** What the package takes away before it brings its rows. */
    public PackageScript reset(Reset value) {
        reset = value;
        return this;
    }

    /** What the load of a table has to keep to; by default nothing more. */
    public PackageScript terms(TableSchema table, LoadTerms value) {
        terms.put(table.name(), value);
        return this;
    }

    /** When the package was begun; by default in 2026. */
    public PackageScript begun(Instant value) {
        begun = value;
        return this;
    }

    /** The package. */
    public LoadPackage write() {
        Schema schema = new Schema(SCHEMA, 1, versionHash, "{\"name\":\"" + versionHash + "\"}", tables);
        List<TableLoad> loads = new ArrayList<>();
        for (Map.Entry<String, List<PartFile>> entry : parts.entrySet()) {
            TableSchema table = required(entry.getKey());
            loads.add(new TableLoad(
                    table, disposition(table), entry.getValue(), terms.getOrDefault(table.name(), LoadTerms.none())));
        }
        return new LoadPackage(id, PIPELINE, schema, begun, loads, Optional.ofNullable(state), reset);
    }

    private WriteDisposition disposition(TableSchema table) {
        TableSchema root = table;
        while (root.parent() != null) {
            root = required(root.parent());
        }
        WriteDisposition disposition = root.disposition();
        return disposition == null ? WriteDisposition.append() : disposition;
    }

    private TableSchema required(String name) {
        TableSchema table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("the package has no table " + name);
        }
        return table;
    }
}
