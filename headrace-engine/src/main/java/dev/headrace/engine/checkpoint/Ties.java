package dev.headrace.engine.checkpoint;

import dev.headrace.engine.document.PlainValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must be the same for a run to go on where another one stopped.
 *
 * @param values a text for each thing; the things are named for people, as what {@code has changed}
 */
public record Ties(Map<String, String> values) {

    public Ties {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What is another thing than it was, named for people; the first of several. */
    public Optional<String> changeSince(Ties earlier) {
        return values.entrySet().stream()
                .filter(value -> !Objects.equals(value.getValue(), earlier.values.get(value.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Ties of(Map<String, @Nullable Object> document) {
        Map<String, String> values = new LinkedHashMap<>();
        document.forEach((thing, value) -> PlainValues.text(value).ifPresent(text -> values.put(thing, text)));
        return new Ties(values);
    }
}
