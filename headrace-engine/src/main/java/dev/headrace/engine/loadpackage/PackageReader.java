package dev.headrace.engine.loadpackage;

import dev.headrace.engine.document.PlainValues;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.load.LoadId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the files of a package tell of it; damaged ones tell less. */
final class PackageReader {

    private PackageReader() {}

    static KnownPackage read(Path folder, PackageStage stage) throws IOException {
        boolean unfinished = stage == PackageStage.NEW;
        Path file = unfinished ? PackageLayout.checkpoint(folder) : PackageLayout.manifest(folder);
        if (!Files.exists(file)) {
            return known(folder, stage, Map.of(), Optional.of("it has no " + file.getFileName()));
        }
        try {
            Map<String, @Nullable Object> content =
                    unfinished ? CheckpointDocument.content(folder) : Manifest.read(folder);
            return known(folder, stage, content, Optional.empty());
        } catch (IllegalArgumentException e) {
            return known(folder, stage, Map.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static KnownPackage known(
            Path folder, PackageStage stage, Map<String, @Nullable Object> document, Optional<String> problem)
            throws IOException {
        LoadId id = PackageLayout.idOf(folder);
        return new KnownPackage(
                id,
                stage,
                folder,
                begun(document, id),
                PlainValues.object(document.get("destination")).map(PackageReader::target),
                PlainValues.text(document.get("schema")).flatMap(PackageReader::source),
                stage == PackageStage.NEW ? unfinished(document) : tables(document),
                PlainValues.object(document.get("state")).flatMap(state -> PlainValues.integer(state.get("version"))),
                PlainValues.object(document.get("reset"))
                        .map(reset -> PlainValues.texts(reset.get("tables")))
                        .orElse(List.of()),
                stage == PackageStage.FAILED ? Optional.of(FailureNote.read(folder)) : Optional.empty(),
                problem);
    }

    /** A load id is a time itself. */
    private static Instant begun(Map<String, @Nullable Object> document, LoadId id) {
        try {
            return Instant.parse(PlainValues.text(document.get("created_at")).orElse(""));
        } catch (DateTimeException e) {
            BigDecimal millis = new BigDecimal(id.value()).movePointRight(3);
            return Instant.ofEpochMilli(millis.longValue());
        }
    }

    private static PackageTarget target(Map<String, @Nullable Object> document) {
        return new PackageTarget(
                PlainValues.text(document, "type"),
                PlainValues.text(document, "location"),
                PlainValues.text(document, "dataset"));
    }

    private static Optional<String> source(String schema) {
        try {
            return PlainValues.object(JsonTree.parse(schema).toJava())
                    .flatMap(document -> PlainValues.text(document.get("name")));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static List<KnownPackage.Table> tables(Map<String, @Nullable Object> document) {
        List<KnownPackage.Table> tables = new ArrayList<>();
        for (Map<String, @Nullable Object> table : PlainValues.objects(document.get("tables"))) {
            String strategy = PlainValues.text(table, "strategy");
            String disposition =
                    PlainValues.text(table, "write_disposition") + (strategy.isEmpty() ? "" : " (" + strategy + ")");
            Set<String> columns = new LinkedHashSet<>();
            List<Map<String, @Nullable Object>> parts = PlainValues.objects(table.get("parts"));
            parts.forEach(part -> columns.addAll(PlainValues.texts(part.get("columns"))));
            Optional<KnownPackage.Deletes> deletes = PlainValues.object(table.get("deletes"))
                    .map(order -> new KnownPackage.Deletes(
                            PlainValues.text(order, "rule"), PlainValues.text(order, "max_delete")));
            tables.add(table(PlainValues.text(table, "name"), disposition, deletes, parts, columns));
        }
        return tables;
    }

    private static KnownPackage.Table table(
            String name,
            String disposition,
            Optional<KnownPackage.Deletes> deletes,
            List<Map<String, @Nullable Object>> parts,
            Set<String> columns) {
        return new KnownPackage.Table(
                name,
                disposition,
                deletes,
                parts.size(),
                sum(parts, "rows"),
                sum(parts, "bytes"),
                List.copyOf(columns));
    }

    /** A checkpoint has its parts by table, and the columns of all parts in a list of their own. */
    private static List<KnownPackage.Table> unfinished(Map<String, @Nullable Object> document) {
        List<KnownPackage.Table> tables = new ArrayList<>();
        List<?> columns = document.get("columns") instanceof List<?> list ? list : List.of();
        PlainValues.object(document, "parts").forEach((name, written) -> {
            Set<String> names = new LinkedHashSet<>();
            List<Map<String, @Nullable Object>> parts = PlainValues.objects(written);
            for (Map<String, @Nullable Object> part : parts) {
                long index = PlainValues.integer(part.get("columns")).orElse(-1L);
                if (index >= 0 && index < columns.size()) {
                    names.addAll(PlainValues.texts(columns.get((int) index)));
                }
            }
            tables.add(table(name, "", Optional.empty(), parts, names));
        });
        return tables;
    }

    private static long sum(List<Map<String, @Nullable Object>> parts, String key) {
        long sum = 0;
        for (Map<String, @Nullable Object> part : parts) {
            sum += PlainValues.integer(part, key);
        }
        return sum;
    }
}
