package dev.headrace.engine.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.schema.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Brings a value of JSON into the type that its column has already, by the rules of dlt. Each {@code from} method answers
 * whether the value fits; if it does, the result can be taken until the next call: {@link #longValue()} when the target
 * is kept as {@code long}, in the units of {@code ColumnBuffer} (BIGINT, BOOL, DOUBLE as raw bits, TIMESTAMP, DATE, TIME),
 * else {@link #bytes()} from {@link #start()} to before {@link #end()}.
 *
 * <p>An object belongs to one thread and is made to be used for many values. What does not fit belongs into a variant
 * column, which is the caller's concern.
 */
public final class Coercion {

    private static final byte[] NOTHING = {};

    private final TextCoercion text = new TextCoercion(this);
    private final NumberCoercion number = new NumberCoercion(this);
    private long longValue;
    private byte[] bytes = NOTHING;
    private int start;
    private int end;

    /** A JSON string: its text in UTF-8, without quotes and escapes, from {@code from} to before {@code to}. */
    public boolean fromText(DataType target, byte[] source, int from, int to) {
        return text.coerce(target, source, from, to);
    }

    /** An integer. */
    public boolean fromLong(DataType target, long value) {
        return number.coerce(target, value);
    }

    /** A number with a fraction or an exponent. */
    public boolean fromDouble(DataType target, double value) {
        return number.coerce(target, value);
    }

    /** {@code true} or {@code false}. */
    public boolean fromBool(DataType target, boolean value) {
        return switch (target) {
            case BOOL -> accept(value ? 1 : 0);
            case TEXT -> accept(PythonText.of(value));
            default -> false;
        };
    }

    /** An object or an array: its compact JSON text in UTF-8, from {@code from} to before {@code to}. */
    public boolean fromJson(DataType target, byte[] source, int from, int to) {
        return (target == DataType.JSON || target == DataType.TEXT) && accept(source, from, to);
    }

    /** The result for a target that is kept as {@code long}. */
    public long longValue() {
        return longValue;
    }

    /** The array that holds the result for a target that is kept as bytes. Not a copy; may be the source's array. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the result begins in {@link #bytes()}. */
    public int start() {
        return start;
    }

    /** Where the result ends in {@link #bytes()}, exclusive. */
    public int end() {
        return end;
    }

    boolean accept(long value) {
        longValue = value;
        return true;
    }

    boolean accept(byte[] source, int from, int to) {
        bytes = source;
        start = from;
        end = to;
        return true;
    }

    boolean accept(String value) {
        return acceptUnlessNull(value.getBytes(UTF_8));
    }

    boolean acceptUnlessNull(byte @Nullable [] value) {
        return value != null && accept(value, 0, value.length);
    }

    boolean acceptUnless(long none, long value) {
        return value != none && accept(value);
    }
}
