package dev.headrace.rest.incremental;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import dev.headrace.json.path.JsonPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a record has its cursor value. Immutable. */
public final class CursorPath {

    private final JsonPath path;
    private final @Nullable String field;

    private CursorPath(JsonPath path) {
        this.path = path;
        Optional<List<String>> keys = path.plainKeys();
        this.field = keys.isPresent() && keys.get().size() == 1 ? keys.get().get(0) : null;
    }

    /** @throws dev.headrace.json.path.JsonPathException when the text is no path */
    public static CursorPath parse(String text) {
        return new CursorPath(JsonPath.compile(text));
    }

    /** The value, which may be a null of the record; null when the record has none. The first match counts. */
    @Nullable
    JsonValue find(JsonValue record) {
        if (field == null) {
            return path.first(record).orElse(null);
        }
        return record instanceof JsonObject object ? object.member(field) : null;
    }

    /** The field's name when the path is nothing else. */
    public Optional<String> simpleField() {
        return Optional.ofNullable(field);
    }

    /** The keys that lead to the value when the path is nothing else. */
    public Optional<List<String>> plainKeys() {
        return path.plainKeys();
    }

    /** As written; also the key under which the cursor is remembered. */
    @Override
    public String toString() {
        return path.toString();
    }
}
