package dev.headrace.rest.paginate;

import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import dev.headrace.json.path.JsonPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the body of a page: a JSONPath that somebody wrote, or the keys under which something was found. */
sealed interface ValuePath {

    /** The first value there that is not null; null when there is none. */
    @Nullable
    JsonValue first(JsonValue root);

    /** Whether it can lead into a list, and so into the records. */
    boolean entersLists();

    /**
     * Whether it leads to the same in the whole document.
     *
     * @param ends the document with an empty list in the place of the records; in the document, this object and those around the list
     *     may have further members
     */
    boolean isSettledBy(JsonValue ends);

    /** To a member that is there, or, since a key leads nowhere but in an object, to nothing. */
    private static boolean areSettledBy(JsonValue ends, List<String> keys) {
        JsonValue value = ends;
        for (String key : keys) {
            if (!(value instanceof JsonObject object)) {
                return true;
            }
            value = object.member(key);
            if (value == null) {
                return false;
            }
        }
        return !keys.isEmpty();
    }

    /** The first value there that is not null; null when there is none. */
    default @Nullable JsonValue first(Page page) {
        return first(entersLists() ? page.wholeBody() : page.body());
    }

    /** @throws dev.headrace.json.path.JsonPathException when it is no JSONPath */
    static ValuePath of(String jsonPath) {
        return new Compiled(JsonPath.compile(jsonPath));
    }

    static ValuePath ofKeys(List<String> keys) {
        return new Keys(keys);
    }

    /** A JSONPath. */
    record Compiled(JsonPath path) implements ValuePath {
        @Override
        public @Nullable JsonValue first(JsonValue root) {
            return path.first(root)
                    .filter(value -> !(value instanceof JsonNull))
                    .orElse(null);
        }

        @Override
        public boolean entersLists() {
            return path.plainKeys().isEmpty();
        }

        @Override
        public boolean isSettledBy(JsonValue ends) {
            return path.plainKeys().filter(keys -> areSettledBy(ends, keys)).isPresent();
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Keys of objects, from the root. */
    record Keys(List<String> keys) implements ValuePath {
        public Keys {
            keys = List.copyOf(keys);
        }

        @Override
        public @Nullable JsonValue first(JsonValue root) {
            JsonValue value = root;
            for (String key : keys) {
                value = value instanceof JsonObject object ? object.member(key) : null;
            }
            return value instanceof JsonNull ? null : value;
        }

        @Override
        public boolean entersLists() {
            return false;
        }

        @Override
        public boolean isSettledBy(JsonValue ends) {
            return areSettledBy(ends, keys);
        }

        @Override
        public String toString() {
            return String.join(".", keys);
        }
    }
}
