package dev.headrace.json;

/** {@code true} or {@code false}. */
public final class JsonBoolean extends JsonValue {
    private final boolean value;

    JsonBoolean(byte[] bytes, int start, int end, boolean value) {
        super(bytes, start, end);
        this.value = value;
    }

    /** Which of the two it is. */
    public boolean value() {
        return value;
    }

    @Override
    public Boolean toJava() {
        return value;
    }
}
