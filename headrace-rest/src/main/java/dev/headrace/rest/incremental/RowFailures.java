package dev.headrace.rest.incremental;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;

/** What may be wrong with a row's cursor value. */
final class RowFailures {

    private RowFailures() {}

    static SourceException missing(String resource, Cursor cursor, boolean present, JsonValue record) {
        String reason = present
                ? "a record has null there"
                : "a record has no such field; it has "
                        + (record instanceof JsonObject object
                                ? String.join(", ", object.members().keySet())
                                : "no fields at all");
        return new SourceException(
                FailureKind.DATA,
                "Cannot read the cursor '" + cursor.path() + "' of resource '" + resource + "': " + reason
                        + ". Set incremental.on_cursor_value_missing to include or exclude to load or to leave out such"
                        + " records, or correct cursor_path.");
    }

    static SourceException incomparable(String resource, Cursor cursor, IllegalArgumentException cause) {
        return new SourceException(
                FailureKind.DATA,
                "Cannot compare the cursor '" + cursor.path() + "' of resource '" + resource + "': "
                        + cause.getMessage()
                        + ". Give initial_value and end_value the type that the records have, or set"
                        + " incremental.cursor_format.",
                cause);
    }

    static SourceException unusableBound(String resource, Cursor cursor, IllegalArgumentException cause) {
        return new SourceException(
                FailureKind.DATA,
                "Cannot go on from the cursor '" + cursor.path() + "' of resource '" + resource + "': "
                        + cause.getMessage() + ". It is configured, or was stored by a run before; to begin anew, give"
                        + " the cursor another path or run with --refresh drop_data.",
                cause);
    }
}
