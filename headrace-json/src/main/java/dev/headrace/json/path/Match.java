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
 * @param effort shared by all matches of one search
 */
record Match(JsonValue value, @Nullable Match parent, Effort effort) {
    static Match root(JsonValue value) {
        return new Match(value, null, new Effort(value));
    }

    /** A value that stands nowhere. */
    Match computed(JsonValue result) {
        effort.spend();
        return new Match(result, null, effort);
    }

    Match child(JsonValue inner) {
        effort.spend();
        return new Match(inner, this, effort);
    }

    /** What lies directly inside; nothing in a scalar. */
    Collection<JsonValue> inside() {
        if (value instanceof JsonArray array) {
            return array.elements();
        }
        return value instanceof JsonObject object ? object.members().values() : List.of();
    }
}
