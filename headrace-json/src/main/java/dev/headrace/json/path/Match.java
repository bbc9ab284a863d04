package dev.headrace.json.path;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and how it was reached.
 *
 * @param parent null for the root and for computed values
 */
record Match(JsonValue value, @Nullable Match parent) {
    static Match root(JsonValue value) {
        return new Match(value, null);
    }

    Match child(JsonValue inner) {
        return new Match(inner, this);
    }

    /** What lies directly inside; nothing in a scalar. */
    Collection<JsonValue> inside() {
        if (value instanceof JsonArray array) {
            return array.elements();
        }
        return value instanceof JsonObject object ? object.members().values() : List.of();
    }
}
