package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
        Problems problems = new Problems();
        List<ColumnSchema> parsed = new ArrayList<>();
        columnsOf(columns, problems)
                .forEach((key, column) ->
                        problems.attempt(() -> column(key, column)).ifPresent(parsed::add));
        problems.throwIfAny();
        return parsed;
    }

    /** Those that can be told from each other; what is wrong with the others is told. */
    private static Map<String, ConfigNode> columnsOf(ConfigNode columns, Problems problems) {
        return problems.attempt(() -> ResourceForms.columnsByName(columns)).orElseGet(() -> {
            Map<String, ConfigNode> sound = new LinkedHashMap<>();
            columns.elements().forEach(column -> sound.put(column.path(), column));
            columns.keys().forEach(key -> columns.find(key).ifPresent(column -> sound.put(key, column)));
            return sound;
        });
    }

    private static ColumnSchema column(String key, ConfigNode column) {
        Problems problems = new Problems();
        problems.check(() -> column.requireObject().onlyKeys(KEYS));
        Supplier<Optional<DataType>> type =
                problems.part(() -> column.present("data_type").map(ColumnsParser::type));
        Supplier<String> name = problems.part(() -> column.present("name")
                .map(node -> Choices.filled(node, "name a column, such as id"))
                .orElse(key));
        Supplier<Optional<Boolean>> nullable =
                problems.part(() -> column.present("nullable").map(ConfigNode::bool));
        Supplier<Map<String, Object>> hints = problems.part(() -> hints(column));
        return problems.whole(() -> {
            ColumnSchema hinted = ColumnSchema.unsaid(name.get(), type.get().orElse(null), hints.get());
            return nullable.get().map(hinted::withNullable).orElse(hinted);
        });
    }

    private static DataType type(ConfigNode node) {
        String label = node.text();
        List<String> labels =
                Arrays.stream(DataType.values()).map(DataType::label).toList();
        return DataType.ofLabel(label)
                .orElseThrow(() ->
                        node.error("unknown data type '" + label + "'" + Suggestions.among(label, "Known", labels)));
    }

    private static Map<String, Object> hints(ConfigNode column) {
        Map<String, Object> hints = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (String key : column.keys()) {
            problems.check(
                    () -> column.present(key).map(node -> hint(key, node)).ifPresent(hint -> hints.put(key, hint)));
        }
        problems.throwIfAny();
        return hints;
    }

    /** The value as the schema document has it; null for what is no hint. A flag that is off says so. */
    private static @Nullable Object hint(String key, ConfigNode node) {
        if (FLAGS.contains(key)) {
            return node.bool();
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
