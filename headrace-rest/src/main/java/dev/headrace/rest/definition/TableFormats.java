package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads in which format tables and files are: our packages are Parquet and our tables native, and nothing else is there. */
final class TableFormats {

    static final String TABLE = "table_format";
    static final String FILE = "file_format";

    private static final Map<String, List<String>> ALLOWED =
            Map.of(TABLE, List.of("native"), FILE, List.of("preferred", "parquet"));

    private TableFormats() {}

    /** The properties as a schema document has them. */
    static Map<String, Object> parse(ConfigNode hints, Problems problems) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : List.of(TABLE, FILE)) {
            hints.present(key)
                    .flatMap(node -> problems.attempt(() -> Choices.text(node, ALLOWED.getOrDefault(key, List.of()))))
                    .ifPresent(format -> properties.put(key, format));
        }
        return properties;
    }
}
