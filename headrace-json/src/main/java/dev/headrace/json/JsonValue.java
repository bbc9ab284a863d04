package dev.headrace.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A value read from JSON text; it knows where it stands there. The source array is shared, not copied, and must not
 * change. Immutable as long as that holds.
 */
public abstract sealed class JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
    private final byte[] bytes;
    private final int start;
    private final int end;

    JsonValue(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** The array that holds the text of the value; shared, not to be changed. */
    public final byte[] bytes() {
        return bytes;
    }

    /** The index in {@link #bytes()} of the first byte of the value. */
    public final int start() {
        return start;
    }

    /** The index behind the last byte of the value. */
    public final int end() {
        return end;
    }

    /** The JSON text of the value, as it was written. */
    public final String source() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /**
     * The value in plain Java: {@code String}, {@code Long} or, beyond its range, {@code BigInteger}, {@code Double}
     * for numbers with a fraction or an exponent ({@code 1.0} too) or of more than 10,000 digits, {@code Boolean}, {@code List},
     * {@code LinkedHashMap} in the order of the text, or null. Lists and maps are new and may be changed.
     */
    public abstract @Nullable Object toJava();

    /** The JSON text of the value, as it was written. */
    @Override
    public final String toString() {
        return source();
    }
}
