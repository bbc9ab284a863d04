package dev.headrace.json;

import org.jspecify.annotations.Nullable;

/** {@code null}. */
public final class JsonNull extends JsonValue {
    JsonNull(byte[] bytes, int start, int end) {
        super(bytes, start, end);
    }

    @Override
    public @Nullable Object toJava() {
        return null;
    }
}
