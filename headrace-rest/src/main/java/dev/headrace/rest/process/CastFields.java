package dev.headrace.rest.process;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.Map;

/** Turns values into another type. */
record CastFields(Map<FieldPath, Cast> types) implements StepDefinition {

    @Override
    public RecordStep open() {
        return (record, next) -> next.accept(Reshape.changed(
                record,
                fields -> types.forEach((path, type) ->
                        Reshape.replace(fields, path, value -> JsonTree.parse(cast(type, path, value, record))))));
    }

    /** @throws StepFailedException when the value does not fit */
    static String cast(Cast type, FieldPath path, JsonValue value, JsonValue record) {
        String text = type.of(value);
        if (text == null) {
            String what = " is no " + type.label() + ", which 'cast' asks for.";
            throw new StepFailedException(
                    "the value " + value.source() + " of '" + path + "'" + what,
                    "the value of '" + path + "'" + what,
                    record,
                    null);
        }
        return text;
    }

    @Override
    public FieldOrigin origin(FieldPath left) {
        return new FieldOrigin.Field(left);
    }
}
