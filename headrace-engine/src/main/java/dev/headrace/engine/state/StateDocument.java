package dev.headrace.engine.state;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.engine.document.PlainValues;
import dev.headrace.engine.document.VersionHash;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.load.StateRow;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a pipeline's state, in the shape in which dlt 1.26 stores it.
 *
 * @param version grows by one each time changed content is stored; 0 before the first
 * @param versionHash see {@link VersionHash#of}; empty before the first
 * @param content the document without version and hash: plain JSON values, the resources' state under {@code sources}
 */
public record StateDocument(long version, String versionHash, Map<String, @Nullable Object> content) {

    /** The engine version of state documents that we write, and the newest that we read. */
    public static final long ENGINE_VERSION = 4;

    private static final String VERSION = "_state_version";
    private static final String ENGINE = "_state_engine_version";
    private static final String HASH = "_version_hash";
    private static final List<String> NOT_PART_OF_THE_CONTENT = List.of(VERSION, ENGINE, HASH, "_local");

    public StateDocument {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /** A state that was never stored and holds nothing. */
    public static StateDocument unknown() {
        return new StateDocument(0, "", Map.of());
    }

    /**
     * Reads the JSON document.
     *
     * @throws DataException of kind {@code SCHEMA} when it is none, or of a newer shape
     */
    public static StateDocument parse(String json) {
        Map<String, @Nullable Object> document =
                PlainValues.object(value(json)).orElseThrow(() -> unreadable("it is no JSON object", null));
        long engine = PlainValues.integer(document.get(ENGINE)).orElse(ENGINE_VERSION);
        if (engine > ENGINE_VERSION) {
            throw unreadable(
                    "its engine version is " + engine + ", and only those up to " + ENGINE_VERSION + " are known",
                    null);
        }
        Map<String, @Nullable Object> content = new LinkedHashMap<>(document);
        NOT_PART_OF_THE_CONTENT.forEach(content::remove);
        return new StateDocument(
                PlainValues.integer(document.get(VERSION)).orElse(0L),
                PlainValues.text(document.get(HASH)).orElseGet(() -> VersionHash.of(content)),
                content);
    }

    /** Reads the document of a row of {@code _dlt_pipeline_state}. */
    public static StateDocument decode(StateRow row) {
        return parse(CompressedText.decode(row.state()));
    }

    /** The state after a run: itself when {@code changed} says the same, else the next version. */
    public StateDocument changedTo(Map<String, @Nullable Object> changed) {
        String hash = VersionHash.of(changed);
        return hash.equals(versionHash) ? this : new StateDocument(version + 1, hash, changed);
    }

    /** The document as compact JSON. */
    public String json() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(VERSION, version);
        document.put(ENGINE, ENGINE_VERSION);
        document.putAll(content);
        document.put(HASH, versionHash);
        return JsonText.write(document);
    }

    /** The document as a row of {@code _dlt_pipeline_state}. */
    public StateRow toRow(String pipeline, Instant createdAt, String rowId) {
        String state = CompressedText.encode(json());
        return new StateRow(version, ENGINE_VERSION, pipeline, state, createdAt, versionHash, rowId);
    }

    private static @Nullable Object value(String json) {
        try {
            return JsonTree.parse(json).toJava();
        } catch (JsonSyntaxException e) {
            throw unreadable("it is no JSON", e);
        }
    }

    static DataException unreadable(String reason, @Nullable Throwable cause) {
        return new DataException(
                FailureKind.SCHEMA,
                Phase.EXTRACT,
                "Cannot read the stored pipeline state: " + reason + ". Load under another pipeline name, or delete the"
                        + " pipeline's newest row of _dlt_pipeline_state to go on from the one before.",
                cause);
    }
}
