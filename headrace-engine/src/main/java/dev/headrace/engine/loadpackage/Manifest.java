package dev.headrace.engine.loadpackage;

import dev.headrace.deletes.DeleteOrder;
import dev.headrace.engine.document.PlainValues;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.SealedJson;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.Reset;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.WriteDisposition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A package's table of contents as sealed JSON. {@link ManifestReader} makes a package of what is written here. */
final class Manifest {

    static final long FORMAT = 1;

    private static final String FIRST = "format";
    private static final String SEAL = "crc";

    private Manifest() {}

    /**
     * @param target where the package belongs
     * @param checksums of every part's file
     */
    static String write(LoadPackage loadPackage, PackageTarget target, Map<Path, Long> checksums) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(FIRST, FORMAT);
        document.put("load_id", loadPackage.id().value());
        document.put("pipeline", loadPackage.pipeline());
        document.put("created_at", loadPackage.createdAt().toString());
        document.put("destination", destination(target));
        document.put("state", loadPackage.state().map(Manifest::state).orElse(null));
        document.put(
                "tables",
                loadPackage.tables().stream()
                        .map(table -> table(table, checksums))
                        .toList());
        if (!loadPackage.reset().isEmpty()) {
            document.put("reset", reset(loadPackage.reset()));
        }
        // As text: its hash is one of its very characters.
        document.put("schema", loadPackage.schema().document());
        return SealedJson.seal(JsonText.write(document)) + '\n';
    }

    /**
     * The manifest in a package's folder, as plain JSON values. Those without a seal are what earlier versions have written, or
     * a person has changed.
     *
     * @throws IllegalArgumentException when it is not as it was written; its message is the end of a sentence about the package
     */
    static Map<String, @Nullable Object> read(Path folder) throws IOException {
        Path file = PackageLayout.manifest(folder);
        String text = Disk.read(file).stripTrailing();
        try {
            Map<String, @Nullable Object> document = document(text);
            boolean unsealed =
                    document.keySet().stream().limit(1).allMatch(FIRST::equals) && !document.containsKey(SEAL);
            return unsealed ? document : document(SealedJson.open(text));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(
                    "its " + file.getFileName() + " cannot be read (" + e.getMessage() + ")", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its " + file.getFileName() + " is not as it was written: it does not fit its checksum", e);
        }
    }

    private static Map<String, @Nullable Object> document(String json) {
        return PlainValues.object(JsonTree.parse(json).toJava()).orElse(Map.of());
    }

    static Map<String, Object> destination(PackageTarget target) {
        Map<String, Object> destination = new LinkedHashMap<>();
        destination.put("type", target.type());
        destination.put("location", target.location());
        destination.put("dataset", target.dataset());
        return destination;
    }

    private static Map<String, Object> reset(Reset reset) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("drops", reset.drops());
        document.put("tables", reset.tables());
        return document;
    }

    private static Map<String, Object> state(StateRow row) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("version", row.version());
        state.put("engine_version", row.engineVersion());
        state.put("pipeline_name", row.pipelineName());
        state.put("created_at", row.createdAt().toString());
        state.put("version_hash", row.versionHash());
        state.put("row_id", row.rowId());
        state.put("state", row.state());
        return state;
    }

    private static Map<String, Object> table(TableLoad load, Map<Path, Long> checksums) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", load.table().name());
        table.put("write_disposition", load.disposition().label());
        if (load.disposition() instanceof WriteDisposition.Merge merge) {
            table.put("strategy", merge.strategy().label());
            table.put("deduplicated", merge.deduplicated());
        }
        List<Map<String, Object>> parts = load.parts().stream()
                .map(part -> part(part, checksums.getOrDefault(part.file(), 0L)))
                .toList();
        table.put("parts", parts);
        if (load.terms().exact()) {
            table.put("exact", true);
        }
        DeleteOrder deletes = load.terms().deletes();
        if (deletes != null) {
            table.put(
                    "deletes",
                    Map.of(
                            "rule",
                            deletes.rule().label(),
                            "max_delete",
                            deletes.limit().label()));
        }
        return table;
    }

    private static Map<String, Object> part(PartFile file, long checksum) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("file", file.file().getFileName().toString());
        part.put("rows", file.rows());
        part.put("bytes", file.bytes());
        part.put("crc32c", checksum);
        part.put("columns", file.columns());
        if (file.hasOrigin()) {
            part.put("origin", true);
        }
        return part;
    }
}
