package dev.headrace.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param name the normalised name
 * @param dataType the type; null while only hints are known ("incomplete"): such a column exists at no destination
 * @param nullable whether rows may leave it out
 * @param nullableSaid whether the schema document says so itself; otherwise the column is nullable by default
 * @param hints the other properties as the schema document has them, in insertion order, without defaults: values are
 *     {@code Boolean}, {@code Long} or {@code String}; keys are named in {@link Hints}
 */
public record ColumnSchema(
        String name, @Nullable DataType dataType, boolean nullable, boolean nullableSaid, Map<String, Object> hints) {

    public ColumnSchema {
        if (!nullable && !nullableSaid) {
            throw new IllegalArgumentException("Column " + name + " is nullable unless something else is said");
        }
        hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
    }

    /** A column of which is said whether rows may leave it out. */
    public ColumnSchema(String name, @Nullable DataType dataType, boolean nullable, Map<String, Object> hints) {
        this(name, dataType, nullable, true, hints);
    }

    /** A column that says nothing about being nullable, and is. */
    public static ColumnSchema unsaid(String name, @Nullable DataType dataType, Map<String, Object> hints) {
        return new ColumnSchema(name, dataType, true, false, hints);
    }

    /** A nullable column without hints. */
    public static ColumnSchema of(String name, DataType dataType) {
        return new ColumnSchema(name, dataType, true, Map.of());
    }

    /** A column that every row must fill. */
    public static ColumnSchema required(String name, DataType dataType) {
        return new ColumnSchema(name, dataType, false, Map.of());
    }

    /** Whether the type is known. */
    public boolean isComplete() {
        return dataType != null;
    }

    /** The type of a {@linkplain #isComplete() complete} column. */
    public DataType requiredType() {
        return Objects.requireNonNull(dataType, name);
    }

    /** Whether the hint is there and true. */
    public boolean is(String hint) {
        return Boolean.TRUE.equals(hints.get(hint));
    }

    /** A number such as {@code precision}. */
    public Optional<Integer> number(String hint) {
        return hints.get(hint) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    /** A copy with one hint set. */
    public ColumnSchema with(String hint, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(hints);
        changed.put(hint, value);
        return withHints(changed);
    }

    public ColumnSchema withType(DataType type) {
        return new ColumnSchema(name, type, nullable, nullableSaid, hints);
    }

    public ColumnSchema withNullable(boolean value) {
        return new ColumnSchema(name, dataType, value, true, hints);
    }

    /** A copy with exactly these hints. */
    public ColumnSchema withHints(Map<String, Object> value) {
        return new ColumnSchema(name, dataType, nullable, nullableSaid, value);
    }

    /** A copy with another name. */
    public ColumnSchema named(String value) {
        return new ColumnSchema(value, dataType, nullable, nullableSaid, hints);
    }
}
