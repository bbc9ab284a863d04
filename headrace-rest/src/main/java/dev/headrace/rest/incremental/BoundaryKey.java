package dev.headrace.rest.incremental;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonValue;
import dev.headrace.json.hash.Shake128;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What tells whether a row at the boundary was loaded by the run before. Rows are remembered by dlt's hash: the first 15
 * bytes of SHAKE128 as Base64 without padding, of the compact JSON of the key.
 *
 * @param columns fields of the record; empty: the whole record, with sorted keys
 * @param listed whether the hash is of a list of values also where there is one column only, as dlt does when the key is
 *     written as a list
 * @param none no row is remembered: rows at the boundary are loaded again
 */
public record BoundaryKey(List<String> columns, boolean listed, boolean none) {

    private static final int DIGEST_BYTES = 15;

    public BoundaryKey {
        columns = List.copyOf(columns);
    }

    /** The whole record counts. */
    public static BoundaryKey wholeRow() {
        return new BoundaryKey(List.of(), false, false);
    }

    /** Rows are not compared. */
    public static BoundaryKey off() {
        return new BoundaryKey(List.of(), false, true);
    }

    /** One field counts. */
    public static BoundaryKey of(String column) {
        return new BoundaryKey(List.of(column), false, false);
    }

    /** These fields count; an empty list switches the comparison off. */
    public static BoundaryKey of(List<String> columns) {
        return columns.isEmpty() ? off() : new BoundaryKey(columns, true, false);
    }

    /**
     * The 20 characters by which a row is remembered.
     *
     * @throws SourceException when the record has not all the fields
     */
    String hash(JsonValue record, String resource) {
        byte[] digest = Shake128.digest(text(record, resource).getBytes(StandardCharsets.UTF_8), DIGEST_BYTES);
        return Base64.getEncoder().withoutPadding().encodeToString(digest);
    }

    private String text(JsonValue record, String resource) {
        if (columns.isEmpty()) {
            return JsonText.writeSorted(record.toJava());
        }
        List<JsonValue> values = new ArrayList<>();
        columns.forEach(column -> values.add(value(record, column, resource)));
        return JsonText.writeSorted(listed ? values : values.get(0));
    }

    private static JsonValue value(JsonValue record, String column, String resource) {
        JsonValue value = record instanceof JsonObject object ? object.member(column) : null;
        if (value == null) {
            throw new SourceException(
                    FailureKind.DATA,
                    "Cannot compare rows of resource '" + resource + "' with those of the run before: a record has no '"
                            + column + "', which is part of the primary key. Set incremental.primary_key to fields that"
                            + " every record has, or to [] to load rows at the boundary again.");
        }
        return value;
    }
}
