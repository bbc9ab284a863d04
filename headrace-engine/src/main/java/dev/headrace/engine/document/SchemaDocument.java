package dev.headrace.engine.document;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a schema document, in the shape in which dlt 1.26 stores it in {@code _dlt_version}.
 *
 * @param content what it says
 * @param version 1 for the first that is stored; 0 before that
 * @param versionHash see {@link VersionHash#ofSchema}; empty before the first is stored
 * @param previousHashes hashes of earlier versions, newest first, at most {@value #HISTORY}
 * @param json the document as compact JSON; a document that was read stays as it was written
 */
public record SchemaDocument(
        SchemaContent content, int version, String versionHash, List<String> previousHashes, String json) {

    /** How many earlier hashes a document keeps. */
    static final int HISTORY = 10;

    /** The oldest shape that differs only in what is carried along unread. */
    private static final int OLDEST_ENGINE_VERSION = 10;

    public SchemaDocument {
        previousHashes = List.copyOf(previousHashes);
    }

    /** A document that has never been stored, without tables of its own. */
    public static SchemaDocument fresh(String name) {
        return new SchemaDocument(SchemaContent.fresh(name), 0, "", List.of(), "{}");
    }

    /**
     * Reads a stored document.
     *
     * @throws DataException of kind {@code SCHEMA} when it is none, or of a shape that is not known
     */
    public static SchemaDocument parse(String json) {
        Map<String, @Nullable Object> document =
                PlainValues.object(JsonTree.parse(json).toJava()).orElseThrow(() -> unreadable("it is no JSON object"));
        checkEngineVersion(document);
        return new SchemaDocument(
                content(document),
                PlainValues.integer(document.get("version")).orElse(1L).intValue(),
                PlainValues.text(document.get("version_hash")).orElseThrow(() -> unreadable("it has no version_hash")),
                PlainValues.texts(document.get("previous_hashes")),
                json);
    }

    /** The document after a change: itself when {@code changed} says the same, else the next version. */
    public SchemaDocument evolvedTo(SchemaContent changed) {
        String hash = VersionHash.ofSchema(document(changed));
        if (version == 0) {
            return stored(changed, 1, hash, List.of());
        }
        boolean same = hash.equals(VersionHash.ofSchema(document(content)));
        return same ? this : stored(changed, version + 1, hash, history());
    }

    /** The same as the value that packages and destinations know. */
    public Schema toSchema() {
        return new Schema(content.name(), version, versionHash, json, content.tables());
    }

    static DataException unreadable(String reason) {
        return new DataException(
                FailureKind.SCHEMA, Phase.LOAD, "Cannot read the stored schema document: " + reason + ".");
    }

    private List<String> history() {
        List<String> hashes = new ArrayList<>(previousHashes);
        if (!hashes.contains(versionHash)) {
            hashes.add(0, versionHash);
        }
        return hashes.subList(0, Math.min(HISTORY, hashes.size()));
    }

    private static SchemaDocument stored(SchemaContent content, int version, String hash, List<String> history) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("version", version);
        document.put("version_hash", hash);
        document.putAll(document(content));
        document.put("previous_hashes", history);
        return new SchemaDocument(content, version, hash, history, JsonText.write(document));
    }

    private static Map<String, @Nullable Object> document(SchemaContent content) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("engine_version", Schema.ENGINE_VERSION);
        document.putAll(content.toDocument());
        return document;
    }

    private static void checkEngineVersion(Map<String, @Nullable Object> document) {
        long engine = PlainValues.integer(document.get("engine_version"))
                .orElseThrow(() -> unreadable("it has no engine_version"));
        if (engine < OLDEST_ENGINE_VERSION || engine > Schema.ENGINE_VERSION) {
            throw unreadable("its engine_version is " + engine + ", and only " + OLDEST_ENGINE_VERSION + " to "
                    + Schema.ENGINE_VERSION + " are known. Load it once with dlt 1.26, or load into another dataset");
        }
    }

    private static SchemaContent content(Map<String, @Nullable Object> document) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>(document);
        List.of("version", "version_hash", "engine_version", "previous_hashes").forEach(others::remove);
        String name = PlainValues.text(others.remove("name")).orElseThrow(() -> unreadable("it has no name"));
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        PlainValues.object(others.remove("tables"))
                .ifPresent(byName -> byName.forEach((table, properties) -> PlainValues.object(properties)
                        .ifPresent(p -> tables.put(table, TableDocument.read(table, p)))));
        return new SchemaContent(
                name,
                tables,
                PlainValues.object(others.remove("settings")).orElse(Map.of()),
                PlainValues.object(others.remove("normalizers")).orElse(Map.of()),
                others);
    }
}
