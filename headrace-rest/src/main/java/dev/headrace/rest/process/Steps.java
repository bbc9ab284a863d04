package dev.headrace.rest.process;

import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The steps that look at whole records: as JSONata expressions, and as Java functions of plain values (a record is a
 * {@code Map} with {@code String}, {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean}, {@code List}, {@code
 * Map} or null as values; functions may change and return the map they are given).
 */
public final class Steps {

    private Steps() {}

    /**
     * Keeps the records for which an expression is {@code true}; nothing and null drop them too.
     *
     * @throws IllegalArgumentException when the text is no JSONata expression
     */
    public static StepDefinition filter(String jsonata) {
        return new Choice(new Condition(Expression.compile(jsonata)));
    }

    /**
     * Puts what an expression gives in the place of each record; nothing or null drops it.
     *
     * @throws IllegalArgumentException when the text is no JSONata expression
     */
    public static StepDefinition map(String jsonata) {
        return new Mapped(Expression.compile(jsonata));
    }

    /**
     * Puts the elements of the list that an expression gives in the place of each record; a single value is a list of one,
     * nothing or null an empty one.
     *
     * @throws IllegalArgumentException when the text is no JSONata expression
     */
    public static StepDefinition yieldMap(String jsonata) {
        return new YieldMapped(Expression.compile(jsonata));
    }

    /** Keeps the records that a function accepts. */
    public static StepDefinition filter(Predicate<Map<String, @Nullable Object>> accepted) {
        return new Choice(record -> called(accepted::test, record));
    }

    /** Puts what a function returns in the place of each record. */
    public static StepDefinition map(UnaryOperator<Map<String, @Nullable Object>> changed) {
        return () -> (record, next) -> next.accept(value(called(changed, record)));
    }

    /** Puts the records that a function returns in the place of each record. */
    public static StepDefinition yieldMap(
            Function<Map<String, @Nullable Object>, List<Map<String, @Nullable Object>>> replaced) {
        return () -> (record, next) -> called(replaced, record).forEach(element -> next.accept(value(element)));
    }

    /** What a function returns for the fields of a record; where it throws, that is a failure of the step. */
    private static <T> T called(Function<Map<String, @Nullable Object>, T> function, JsonValue record) {
        Map<String, @Nullable Object> fields = fields(record);
        try {
            return function.apply(fields);
        } catch (StepFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StepFailedException(
                    "the step's function failed: " + e + ".",
                    "the step's function failed with " + e.getClass().getName() + ".",
                    record,
                    e);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static Map<String, @Nullable Object> fields(JsonValue record) {
        if (record.toJava() instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        String reason = "the step needs a record that is an object.";
        throw new StepFailedException(reason, reason, record, null);
    }

    private record Mapped(Expression expression) implements StepDefinition {

        @Override
        public RecordStep open() {
            return (record, next) -> {
                Object result = expression.evaluate(record);
                if (result != null) {
                    next.accept(value(result));
                }
            };
        }
    }

    private record YieldMapped(Expression expression) implements StepDefinition {

        @Override
        public RecordStep open() {
            return (record, next) -> {
                Object result = expression.evaluate(record);
                List<?> elements = result instanceof List<?> list ? list : result == null ? List.of() : List.of(result);
                elements.stream().filter(Objects::nonNull).forEach(element -> next.accept(value(element)));
            };
        }
    }

    /** Holds for the records for which an expression is true. */
    private record Condition(Expression expression) implements Predicate<JsonValue> {

        @Override
        public boolean test(JsonValue record) {
            Object result = expression.evaluate(record);
            if (result != null && !(result instanceof Boolean)) {
                throw expression.failed(
                        "gives " + JsonText.write(result) + ", not true or false",
                        "does not give true or false",
                        record,
                        null);
            }
            return Boolean.TRUE.equals(result);
        }
    }

    /** A step that keeps some records and leaves them as they are. */
    private record Choice(Predicate<JsonValue> accepted) implements StepDefinition {

        @Override
        public RecordStep open() {
            return (record, next) -> {
                if (accepted.test(record)) {
                    next.accept(record);
                }
            };
        }

        @Override
        public FieldOrigin origin(FieldPath left) {
            return new FieldOrigin.Field(left);
        }
    }

    static JsonValue value(@Nullable Object plain) {
        return JsonTree.parse(JsonText.write(plain));
    }
}
