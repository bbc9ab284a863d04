package dev.headrace.rest.paginate;

import dev.headrace.json.JsonBoolean;
import dev.headrace.json.JsonNumber;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for a text, number or boolean by its key: through objects only, in the order of the document, parents first. */
final class ScalarSearch {

    private ScalarSearch() {}

    /** A value and the keys that lead to it from where the search began. */
    record Found(List<String> keys, JsonValue value) {

        private Found below(String key) {
            List<String> longer = new ArrayList<>(List.of(key));
            longer.addAll(keys);
            return new Found(longer, value);
        }
    }

    /** Decides about one member of an object; null: go on. */
    @FunctionalInterface
    private interface Match {
        @Nullable
        Found of(String lowerCaseKey, String key, JsonValue value);
    }

    /** A key of one of these names, whatever its letter case. */
    static Optional<Found> named(JsonValue root, Set<String> names) {
        return named(root, names, ScalarSearch::isScalar);
    }

    /** The same for a value that fits. */
    static Optional<Found> named(JsonValue root, Set<String> names, Predicate<JsonValue> fits) {
        return search(
                root, (lower, key, value) -> names.contains(lower) && fits.test(value) ? found(key, value) : null);
    }

    /** A key that begins with {@code next}; its value may be an object that has the link under {@code href} or {@code url}. */
    static Optional<Found> next(JsonValue root) {
        return search(root, (lower, key, value) -> lower.startsWith("next") ? scalarOrLink(key, value) : null);
    }

    private static @Nullable Found scalarOrLink(String key, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .filter(member -> isLinkKey(member.getKey()) && isScalar(member.getValue()))
                    .map(member -> found(member.getKey(), member.getValue()).below(key))
                    .findFirst()
                    .orElse(null);
        }
        return isScalar(value) ? found(key, value) : null;
    }

    private static Optional<Found> search(JsonValue node, Match match) {
        if (!(node instanceof JsonObject object)) {
            return Optional.empty();
        }
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String key = member.getKey();
            Found here = match.of(key.toLowerCase(Locale.ROOT), key, member.getValue());
            Optional<Found> found = here != null
                    ? Optional.of(here)
                    : search(member.getValue(), match).map(f -> f.below(key));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isLinkKey(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.startsWith("href") || lower.startsWith("url");
    }

    private static boolean isScalar(JsonValue value) {
        return value instanceof JsonString || value instanceof JsonNumber || value instanceof JsonBoolean;
    }

    private static Found found(String key, JsonValue value) {
        return new Found(List.of(key), value);
    }
}
