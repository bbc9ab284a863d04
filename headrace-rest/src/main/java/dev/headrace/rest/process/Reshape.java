package dev.headrace.rest.process;

import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The steps that change the fields of a record: names are paths, whose keys are separated by dots. A field that a record does
 * not have is passed over, and so are records that are no objects.
 */
public final class Reshape {

    private Reshape() {}

    /** Gives fields other names, at the same place. Keys are paths, values the new last key. */
    public static StepDefinition rename(Map<String, String> names) {
        return changing(fields -> {
            names.forEach((path, name) -> fields.at(keys(path), (owner, key) -> {
                if (owner.has(key)) {
                    owner.rename(key, name);
                }
            }));
            return fields;
        });
    }

    /** Drops fields. */
    public static StepDefinition exclude(List<String> paths) {
        return changing(fields -> {
            paths.forEach(path -> fields.at(keys(path), RecordFields::remove));
            return fields;
        });
    }

    /** Drops all other fields. */
    public static StepDefinition include(List<String> paths) {
        List<List<String>> kept = paths.stream().map(Reshape::keys).toList();
        return changing(fields -> fields.only(kept));
    }

    /** Hides values; null stays null. */
    public static StepDefinition mask(Map<String, Mask> masks) {
        return replacing(masks, (mask, value) -> JsonText.write(mask.of(value)));
    }

    /** Turns values into another type; null stays null. One that does not fit fails. */
    public static StepDefinition cast(Map<String, Cast> types) {
        return () -> (record, next) -> {
            StepDefinition step = replacing(types, (type, value) -> cast(type, value, record));
            step.open().accept(record, next);
        };
    }

    private static String cast(Cast type, JsonValue value, JsonValue record) {
        String text = type.of(value);
        if (text == null) {
            throw new StepFailedException(
                    "the value " + value.source() + " is no " + type.label() + ", which 'cast' asks for.",
                    record,
                    null);
        }
        return text;
    }

    /**
     * Adds fields, or replaces them, by constants.
     *
     * @param constants plain JSON values
     */
    public static StepDefinition add(Map<String, @Nullable Object> constants) {
        return changing(fields -> {
            constants.forEach(
                    (path, value) -> fields.at(keys(path), (owner, key) -> owner.put(key, JsonText.write(value))));
            return fields;
        });
    }

    /**
     * Adds a field, or replaces it, by what an expression over the record gives.
     *
     * @throws IllegalArgumentException when the text is no JSONata expression
     */
    public static StepDefinition add(String path, String jsonata) {
        Expression expression = Expression.compile(jsonata);
        return () -> (record, next) -> {
            String json = JsonText.write(expression.evaluate(record));
            next.accept(changed(record, fields -> {
                fields.at(keys(path), (owner, key) -> owner.put(key, json));
                return fields;
            }));
        };
    }

    private static <T> StepDefinition replacing(Map<String, T> wanted, BiFunction<T, JsonValue, String> replacement) {
        return changing(fields -> {
            wanted.forEach((path, how) -> fields.at(keys(path), (owner, key) -> {
                if (owner.has(key) && !(owner.value(key) instanceof JsonNull)) {
                    owner.put(key, replacement.apply(how, owner.value(key)));
                }
            }));
            return fields;
        });
    }

    private static StepDefinition changing(UnaryOperator<RecordFields> change) {
        return () -> (record, next) -> next.accept(changed(record, change));
    }

    private static JsonValue changed(JsonValue record, Function<RecordFields, RecordFields> change) {
        return record instanceof JsonObject object
                ? JsonTree.parse(change.apply(new RecordFields(object)).json())
                : record;
    }

    private static List<String> keys(String path) {
        return List.of(path.split("\\."));
    }
}
