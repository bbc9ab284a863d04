package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code columns}: a list of columns with names, or an object from name to column. */
final class ColumnsParser {

    private static final List<String> FLAGS = List.of(
            Hints.PRIMARY_KEY,
            Hints.MERGE_KEY,
            Hints.UNIQUE,
            Hints.HARD_DELETE,
            Hints.ROW_KEY,
            Hints.PARENT_KEY,
            Hints.ROOT_KEY,
            Hints.VARIANT,
            Hints.INCREMENTAL,
            "partition",
            "cluster",
            "sort");
    private static final List<String> KEYS = keys();

    private ColumnsParser() {}

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("name", "data_type", "nullable", "description"));
        keys.addAll(FLAGS);
        keys.addAll(List.of(Hints.DEDUP_SORT, Hints.PRECISION, Hints.SCALE, Hints.TIMEZONE));
        return List.copyOf(keys);
    }

    static List<ColumnSchema> parse(ConfigNode columns) {
        return ResourceForms.columnsByName(columns).entrySet().stream()
                .map(column -> column(column.getKey(), column.getValue()))
                .toList();
    }

    private static ColumnSchema column(String key, ConfigNode column) {
        column.onlyKeys(KEYS);
        DataType type = column.present("data_type").map(ColumnsParser::type).orElse(null);
        return new ColumnSchema(column.text("name", key), type, column.bool("nullable", true), hints(column));
    }

    private static DataType type(ConfigNode node) {
        String label = node.text();
        List<String> labels =
                java.util.Arrays.stream(DataType.values()).map(DataType::label).toList();
        return DataType.ofLabel(label)
                .orElseThrow(() -> node.error("unknown data type '" + label + "'"
                        + Suggestions.didYouMean(label, labels) + " Known: " + String.join(", ", labels)));
    }

    private static Map<String, Object> hints(ConfigNode column) {
        Map<String, Object> hints = new LinkedHashMap<>();
        for (String key : column.keys()) {
            Object hint = column.present(key).map(node -> hint(key, node)).orElse(null);
            if (hint != null) {
                hints.put(key, hint);
            }
        }
        return hints;
    }

    /** The value as the schema document has it; null for what is no hint, and for a flag that is off. */
    private static @Nullable Object hint(String key, ConfigNode node) {
        if (FLAGS.contains(key)) {
            return node.bool() ? Boolean.TRUE : null;
        }
        return switch (key) {
            case Hints.TIMEZONE -> node.bool();
            case Hints.PRECISION, Hints.SCALE -> (long) Choices.count(node);
            case Hints.DEDUP_SORT -> Choices.text(node, List.of("asc", "desc"));
            case "description" -> node.text();
            default -> null;
        };
    }
}
