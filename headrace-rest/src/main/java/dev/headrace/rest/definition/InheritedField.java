package dev.headrace.rest.definition;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import dev.headrace.json.path.JsonPath;
import dev.headrace.json.path.JsonPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of an ancestor's record that becomes a field of each record below it.
 *
 * @param origin the resource and the place in its records
 * @param name of the field it becomes
 */
public record InheritedField(Origin origin, String name) {

    /**
     * Where a value is.
     *
     * @param resource the parent, or a parent of it
     * @param field a key of its records, else a JSONPath whose first match counts
     */
    public record Origin(String resource, String field) {

        /** The value in a record of the resource; null when there is none. */
        public @Nullable JsonValue find(JsonValue record) {
            JsonValue member = record instanceof JsonObject object ? object.member(field) : null;
            JsonPath path = member == null ? path() : null;
            List<JsonValue> found = path == null ? List.of() : path.find(record);
            return found.isEmpty() ? member : found.get(0);
        }

        /** Null: the text is a key and nothing else. */
        private @Nullable JsonPath path() {
            try {
                return JsonPath.compile(field);
            } catch (JsonPathException e) {
                return null;
            }
        }
    }

    /** Whether it has another name than the usual one. */
    public boolean isRenamed() {
        return !name.equals(of(origin).name());
    }

    /** Under its usual name, such as {@code _posts_id}. */
    static InheritedField of(Origin origin) {
        return new InheritedField(origin, "_" + origin.resource() + "_" + origin.field());
    }
}
