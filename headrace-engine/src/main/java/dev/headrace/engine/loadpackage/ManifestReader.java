package dev.headrace.engine.loadpackage;

import dev.headrace.DataException;
import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.DeleteOrder;
import dev.headrace.deletes.Deletes;
import dev.headrace.engine.document.PlainValues;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.LoadTerms;
import dev.headrace.load.PartFile;
import dev.headrace.load.Reset;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.Schema;
import dev.headrace.schema.WriteDisposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a package back from its folder, and checks that its files are those that were written. */
final class ManifestReader {

    private final Path folder;

    private ManifestReader(Path folder) {
        this.folder = folder;
    }

    /**
     * @param wanted where the package is to be loaded; one that does not tell where it belongs fits everywhere
     * @throws DamagedPackageException when the manifest or a file is not what was written
     * @throws DataException when it belongs elsewhere, or another version of Headrace has written it
     */
    static LoadPackage read(Path folder, PackageTarget wanted) throws IOException {
        ManifestReader reader = new ManifestReader(folder);
        Map<String, @Nullable Object> document = reader.manifest();
        try {
            reader.checkFormat(document);
            reader.checkTarget(document, wanted);
            return reader.loadPackage(document);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw reader.damaged("its manifest cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Map<String, @Nullable Object> manifest() throws IOException {
        try {
            return Manifest.read(folder);
        } catch (NoSuchFileException e) {
            throw damaged("its manifest.json is missing", e);
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private void checkFormat(Map<String, @Nullable Object> document) {
        long format = number(document, "format");
        if (format != Manifest.FORMAT) {
            throw Failures.unknownFormat(folder, format, Manifest.FORMAT);
        }
    }

    private void checkTarget(Map<String, @Nullable Object> document, PackageTarget wanted) {
        if (document.containsKey("destination")) {
            Map<String, @Nullable Object> written = object(document.get("destination"));
            PackageTarget target =
                    new PackageTarget(text(written, "type"), text(written, "location"), text(written, "dataset"));
            if (!target.equals(wanted)) {
                throw Failures.belongsElsewhere(folder, target, wanted);
            }
        }
    }

    private LoadPackage loadPackage(Map<String, @Nullable Object> document) throws IOException {
        Schema schema = schema(text(document, "schema"));
        List<TableLoad> tables = new ArrayList<>();
        for (Object table : list(document, "tables")) {
            tables.add(table(object(table), schema));
        }
        return new LoadPackage(
                new LoadId(text(document, "load_id")),
                text(document, "pipeline"),
                schema,
                Instant.parse(text(document, "created_at")),
                tables,
                PlainValues.object(document.get("state")).map(this::state),
                PlainValues.object(document.get("reset")).map(this::reset).orElse(Reset.none()));
    }

    private Schema schema(String json) {
        try {
            return SchemaDocument.parse(json).toSchema();
        } catch (DataException e) {
            throw damaged("its schema cannot be read", e);
        }
    }

    private Reset reset(Map<String, @Nullable Object> reset) {
        return new Reset(Boolean.TRUE.equals(reset.get("drops")), PlainValues.texts(reset.get("tables")));
    }

    private StateRow state(Map<String, @Nullable Object> state) {
        return new StateRow(
                number(state, "version"),
                number(state, "engine_version"),
                text(state, "pipeline_name"),
                text(state, "state"),
                Instant.parse(text(state, "created_at")),
                text(state, "version_hash"),
                text(state, "row_id"));
    }

    private TableLoad table(Map<String, @Nullable Object> table, Schema schema) throws IOException {
        String name = text(table, "name");
        List<PartFile> parts = new ArrayList<>();
        for (Object part : list(table, "parts")) {
            parts.add(part(object(part)));
        }
        return new TableLoad(
                name.equals(ErrorsTable.NAME)
                        ? ErrorsTable.schema()
                        : schema.findTable(name)
                                .orElseThrow(() -> damaged("its schema has no table '" + name + "'", null)),
                disposition(table),
                parts,
                terms(table));
    }

    private LoadTerms terms(Map<String, @Nullable Object> table) {
        return new LoadTerms(
                Boolean.TRUE.equals(table.get("exact")),
                PlainValues.object(table.get("deletes")).map(this::deletes).orElse(null));
    }

    private DeleteOrder deletes(Map<String, @Nullable Object> order) {
        String rule = text(order, "rule");
        String limit = text(order, "max_delete");
        for (Deletes known : Deletes.values()) {
            if (known.label().equals(rule)) {
                return new DeleteOrder(known, DeleteLimit.of(limit));
            }
        }
        throw damaged("its manifest has the unknown rule '" + rule + "' for deletions", null);
    }

    private WriteDisposition disposition(Map<String, @Nullable Object> table) {
        String label = text(table, "write_disposition");
        return switch (label) {
            case "append" -> WriteDisposition.append();
            case "replace" -> WriteDisposition.replace();
            case "skip" -> WriteDisposition.skip();
            case "merge" ->
                new WriteDisposition.Merge(
                        strategy(text(table, "strategy")), Boolean.TRUE.equals(table.get("deduplicated")));
            default -> throw damaged("its manifest has the unknown write disposition '" + label + "'", null);
        };
    }

    private MergeStrategy strategy(String label) {
        for (MergeStrategy strategy : MergeStrategy.values()) {
            if (strategy.label().equals(label)) {
                return strategy;
            }
        }
        throw damaged("its manifest has the unknown merge strategy '" + label + "'", null);
    }

    private PartFile part(Map<String, @Nullable Object> part) throws IOException {
        Path file = folder.resolve(text(part, "file"));
        long bytes = number(part, "bytes");
        check(file, bytes, number(part, "crc32c"));
        List<String> columns = PlainValues.texts(part.get("columns"));
        return new PartFile(file, number(part, "rows"), bytes, columns, Boolean.TRUE.equals(part.get("origin")));
    }

    private void check(Path file, long bytes, long checksum) throws IOException {
        if (!Files.exists(file)) {
            throw damaged("its file " + file.getFileName() + " is missing", null);
        }
        long found = Files.size(file);
        if (found != bytes) {
            throw damaged("its file " + file.getFileName() + " has " + found + " bytes instead of " + bytes, null);
        }
        if (Disk.checksum(file) != checksum) {
            throw damaged("the content of its file " + file.getFileName() + " has changed", null);
        }
    }

    private Map<String, @Nullable Object> object(@Nullable Object value) {
        return PlainValues.object(value).orElseThrow(() -> damaged("its manifest is incomplete", null));
    }

    private List<?> list(Map<String, @Nullable Object> object, String key) {
        if (object.get(key) instanceof List<?> list) {
            return list;
        }
        throw missing(key);
    }

    private String text(Map<String, @Nullable Object> object, String key) {
        return PlainValues.text(object.get(key)).orElseThrow(() -> missing(key));
    }

    private long number(Map<String, @Nullable Object> object, String key) {
        Optional<Long> number = PlainValues.integer(object.get(key));
        return number.orElseThrow(() -> missing(key));
    }

    private DamagedPackageException missing(String key) {
        return damaged("its manifest has no '" + key + "'", null);
    }

    private DamagedPackageException damaged(String reason, @Nullable Throwable cause) {
        return new DamagedPackageException(Failures.damaged(folder, reason), cause);
    }
}
