package dev.headrace.rest.paginate;

import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import dev.headrace.json.path.JsonPath;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the body of a page: a JSONPath that somebody wrote, or the keys under which something was found. */
sealed interface ValuePath {

    /** The first value there that is not null; null when there is none. */
    @Nullable
    JsonValue first(JsonValue root);

    /** Whether it can lead into a list, and so into the records. */
    boolean entersLists();

    /** Whether it leads into one of these members of the root, whatever the root is. */
    boolean beginsIn(Set<String> members);

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
        public boolean beginsIn(Set<String> members) {
            return path.plainKeys()
                    .filter(keys -> !keys.isEmpty() && members.contains(keys.get(0)))
                    .isPresent();
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
        public boolean beginsIn(Set<String> members) {
            return !keys.isEmpty() && members.contains(keys.get(0));
        }

        @Override
        public String toString() {
            return String.join(".", keys);
        }
    }
}
