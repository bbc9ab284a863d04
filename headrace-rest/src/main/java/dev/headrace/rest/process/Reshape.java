package dev.headrace.rest.process;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The steps that change the fields of a record: names are {@linkplain FieldPath paths}, whose keys are separated by dots and
 * which go through all elements of a list. A field that a record does not have is passed over, and so are records that are
 * no objects. All of them throw {@link IllegalArgumentException} for a text that is no path.
 */
public final class Reshape {

    private Reshape() {}

    /**
     * Gives fields other names, at the same place and all at once, so that two may swap theirs. Keys are paths, values the
     * new last key. A name that another field has and keeps fails, unless one of the two is null.
     *
     * @throws IllegalArgumentException also when two fields of one object would get the same name
     */
    public static StepDefinition rename(Map<String, String> names) {
        return Rename.of(byPath(names));
    }

    /** Drops fields. */
    public static StepDefinition exclude(List<String> paths) {
        return new Exclude(paths.stream().map(FieldPath::of).toList());
    }

    /** Drops all other fields. */
    public static StepDefinition include(List<String> paths) {
        return new Include(paths.stream().map(FieldPath::of).toList());
    }

    /** Hides values; null stays null. A record that is no object is what {@code value} stands for. */
    public static StepDefinition mask(Map<String, Mask> masks) {
        return new MaskFields(byPath(masks));
    }

    /** Turns values into another type; null stays null. One that does not fit fails. */
    public static StepDefinition cast(Map<String, Cast> types) {
        return new CastFields(byPath(types));
    }

    /**
     * Adds fields, or replaces them, by constants.
     *
     * @param constants plain JSON values
     */
    public static StepDefinition add(Map<String, @Nullable Object> constants) {
        Map<FieldPath, String> texts = new LinkedHashMap<>();
        constants.forEach((path, value) -> texts.put(FieldPath.of(path), JsonText.write(value)));
        return new AddFields(List.copyOf(texts.keySet()), (path, record) -> String.valueOf(texts.get(path)));
    }

    /**
     * Adds a field, or replaces it, by what an expression over the record gives.
     *
     * @throws IllegalArgumentException when the text is no JSONata expression
     */
    public static StepDefinition add(String path, String jsonata) {
        Expression expression = Expression.compile(jsonata);
        return new AddFields(
                List.of(FieldPath.of(path)), (field, record) -> JsonText.write(expression.evaluate(record)));
    }

    private static <T> Map<FieldPath, T> byPath(Map<String, T> wanted) {
        Map<FieldPath, T> byPath = new LinkedHashMap<>();
        wanted.forEach((path, how) -> byPath.put(FieldPath.of(path), how));
        return byPath;
    }

    /** Puts another value in the place of a field's value, unless that is missing or null; tells whether there is the field. */
    static boolean replace(RecordFields fields, FieldPath path, UnaryOperator<JsonValue> replacement) {
        boolean[] met = {false};
        fields.at(path, (owner, key) -> met[0] |= owner.replace(key, replacement));
        return met[0];
    }

    /** The record when its fields have been changed; itself when it is no object. */
    static JsonValue changed(JsonValue record, Consumer<RecordFields> change) {
        if (!(record instanceof JsonObject object)) {
            return record;
        }
        RecordFields fields = new RecordFields(object);
        change.accept(fields);
        return fields.value();
    }
}
