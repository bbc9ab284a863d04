package dev.headrace.engine.checkpoint;

import dev.headrace.engine.document.PlainValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** What is another thing than it was, or is no longer there, named for people; the first of several. */
    public Optional<String> changeSince(Ties earlier) {
        return Stream.concat(values.keySet().stream(), earlier.values.keySet().stream())
                .filter(thing -> !Objects.equals(values.get(thing), earlier.values.get(thing)))
                .findFirst();
    }

    static Ties of(Map<String, @Nullable Object> document) {
        Map<String, String> values = new LinkedHashMap<>();
        document.forEach((thing, value) -> PlainValues.text(value).ifPresent(text -> values.put(thing, text)));
        return new Ties(values);
    }
}
