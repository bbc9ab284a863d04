package dev.headrace.rest.select;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonValue;
import dev.headrace.json.path.JsonPath;
import java.util.List;
import java.util.Optional;

/** Says where the records of a page are. Immutable. */
public sealed interface Selector {

    /** As a configuration would have it. */
    String text();

    /** The records in a page; empty when the page has no such place, which is not the same as a place without records. */
    Optional<List<JsonValue>> select(JsonValue page);

    /** A path of object keys; of no key when the page itself is the record, or the list of records. */
    record Keys(List<String> keys) implements Selector {
        public Keys {
            keys = List.copyOf(keys);
        }

        @Override
        public String text() {
            return keys.isEmpty() ? "$" : String.join(".", keys);
        }

        @Override
        public Optional<List<JsonValue>> select(JsonValue page) {
            return DataLocation.find(page, keys).map(Selector::records);
        }
    }

    /** Any other JSONPath. */
    record Expression(String text, JsonPath path) implements Selector {
        @Override
        public Optional<List<JsonValue>> select(JsonValue page) {
            List<JsonValue> matches = path.find(page);
            if (matches.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(matches.size() == 1 ? records(matches.get(0)) : matches);
        }
    }

    /** The whole page: a list of records, or one record. */
    static Selector document() {
        return new Keys(List.of());
    }

    /**
     * Reads a JSONPath.
     *
     * @throws dev.headrace.json.path.JsonPathException when it is none
     */
    static Selector parse(String text) {
        JsonPath path = JsonPath.compile(text);
        return path.plainKeys().<Selector>map(Keys::new).orElseGet(() -> new Expression(text, path));
    }

    /** What a single selected value means: null is no record, a list its elements, anything else one record. */
    private static List<JsonValue> records(JsonValue value) {
        if (value instanceof JsonNull) {
            return List.of();
        }
        return value instanceof JsonArray array ? array.elements() : List.of(value);
    }
}
