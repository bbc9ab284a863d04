package dev.headrace.engine.document;

import dev.headrace.schema.SystemColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dlt puts into a schema that nobody configured; written out so that dlt can continue it. */
final class DefaultSettings {

    static final String NAMING = "snake_case";

    /** The name under which dlt knows the layout of nested tables that Headrace makes too. */
    private static final String RELATIONAL = "dlt.common.normalizers.json.relational";

    private DefaultSettings() {}

    static Map<String, @Nullable Object> settings() {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("detections", List.of("iso_timestamp"));
        settings.put("default_hints", hints());
        return settings;
    }

    static Map<String, @Nullable Object> normalizers() {
        Map<String, @Nullable Object> normalizers = new LinkedHashMap<>();
        normalizers.put("names", NAMING);
        normalizers.put("json", Map.of("module", RELATIONAL));
        return normalizers;
    }

    private static Map<String, Object> hints() {
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put(
                "not_null",
                List.of(
                        SystemColumns.ID,
                        SystemColumns.ROOT_ID,
                        SystemColumns.PARENT_ID,
                        SystemColumns.LIST_IDX,
                        SystemColumns.LOAD_ID));
        hints.put("parent_key", List.of(SystemColumns.PARENT_ID));
        hints.put("root_key", List.of(SystemColumns.ROOT_ID));
        hints.put("unique", List.of(SystemColumns.ID));
        hints.put("row_key", List.of(SystemColumns.ID));
        return hints;
    }
}
