package dev.headrace.engine.state;

import dev.headrace.engine.document.PlainValues;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a state document that says whose state it is. */
public final class StateHeader {

    /** dlt finds its destinations by these paths, so that it can continue the pipeline. */
    private static final String DESTINATIONS = "dlt.destinations.";

    private StateHeader() {}

    /** The header's fields; schemas that the document names already are kept, and the first one stays the default. */
    public static Map<String, @Nullable Object> of(
            StateDocument committed, String pipeline, String dataset, String destinationType, String schema) {
        Map<String, @Nullable Object> known = committed.content();
        Set<String> schemas = new LinkedHashSet<>(PlainValues.texts(known.get("schema_names")));
        schemas.add(schema);
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("pipeline_name", pipeline);
        header.put("dataset_name", dataset);
        header.put(
                "default_schema_name",
                PlainValues.text(known.get("default_schema_name")).orElse(schema));
        header.put("schema_names", List.copyOf(schemas));
        header.put("destination_type", DESTINATIONS + destinationType);
        header.put("destination_name", known.get("destination_name"));
        return header;
    }
}
