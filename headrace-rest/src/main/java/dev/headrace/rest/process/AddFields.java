package dev.headrace.rest.process;

import dev.headrace.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Adds fields, or replaces them.
 *
 * @param values the JSON text of each field for a record
 */
record AddFields(List<FieldPath> paths, BiFunction<FieldPath, JsonValue, String> values) implements StepDefinition {

    @Override
    public RecordStep open() {
        return (record, next) -> {
            Map<FieldPath, String> texts = new LinkedHashMap<>();
            paths.forEach(path -> texts.put(path, values.apply(path, record)));
            next.accept(Reshape.changed(
                    record,
                    fields -> texts.forEach((path, text) -> fields.at(path, (owner, key) -> owner.put(key, text)))));
        };
    }

    @Override
    public FieldOrigin origin(FieldPath left) {
        return paths.stream().anyMatch(path -> path.mayHold(left) || left.holds(path))
                ? new FieldOrigin.Made()
                : new FieldOrigin.Field(left);
    }
}
