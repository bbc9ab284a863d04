package dev.headrace.rest.process;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.FieldChange.NewValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Hides values. */
record MaskFields(Map<FieldPath, Mask> masks) implements StepDefinition {

    /** The field that becomes of a record which is no object. */
    private static final String SCALAR = "value";

    @Override
    public RecordStep open() {
        return open(new MaskWatch());
    }

    /** @param watch takes note of the fields that are met */
    RecordStep open(MaskWatch watch) {
        MaskWatch.Step step = watch.of(this);
        Map<FieldPath, UnaryOperator<JsonValue>> opened = new LinkedHashMap<>();
        masks.forEach((path, mask) -> {
            NewValue hidden = mask.open();
            opened.put(path, value -> NewValues.of(hidden, value));
        });
        return (record, next) -> {
            JsonValue object = object(record);
            step.see(object);
            next.accept(Reshape.changed(
                    object,
                    fields -> opened.forEach((path, mask) -> {
                        if (Reshape.replace(fields, path, mask)) {
                            step.met(path);
                        }
                    })));
        };
    }

    private JsonValue object(JsonValue record) {
        return record instanceof JsonObject
                        || masks.keySet().stream()
                                .noneMatch(path -> path.first().equals(SCALAR))
                ? record
                : JsonTree.parse("{\"" + SCALAR + "\":" + record.source() + "}");
    }

    @Override
    public FieldOrigin origin(FieldPath left) {
        return masks.entrySet().stream()
                .filter(mask -> mask.getKey().mayHold(left) || left.mayHold(mask.getKey()))
                .findFirst()
                .<FieldOrigin>map(mask -> new FieldOrigin.Masked(mask.getKey(), mask.getValue()))
                .orElseGet(() -> new FieldOrigin.Field(left));
    }
}
