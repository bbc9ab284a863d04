package dev.headrace.rest.read;

import dev.headrace.rest.template.Bindings;
import dev.headrace.source.Addition;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of requests that is still to be sent.
 *
 * @param values of the placeholders, by expression
 * @param additions what the parent's record gives to each record
 */
record Job(ResourceReading resource, Map<String, @Nullable Object> values, List<Addition> additions) {

    Job {
        values = Collections.unmodifiableMap(new HashMap<>(values));
        additions = List.copyOf(additions);
    }

    /** The only sequence of a resource without a parent. */
    static Job root(ResourceReading resource) {
        return new Job(resource, Map.of(), List.of());
    }

    Bindings bindings() {
        return values::get;
    }
}
