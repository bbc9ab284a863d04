package dev.headrace.rest.process;

import dev.headrace.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step can't do its work with a record. The message says which step and why; where the record comes from, and what is
 * secret in it, is known elsewhere.
 */
public final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonValue record;
    private final @Nullable String withoutValues;

    /** @param message the end of "Cannot process a record: "; not shown where fields of the resource are masked */
    public StepFailedException(String message, JsonValue record, @Nullable Throwable cause) {
        this(message, null, record, cause);
    }

    /**
     * @param message the end of "Cannot process a record: "
     * @param withoutValues the same without any value of the record, for resources that mask fields; null: nothing can be
     *     said then
     */
    public StepFailedException(
            String message, @Nullable String withoutValues, JsonValue record, @Nullable Throwable cause) {
        super(message, cause);
        this.withoutValues = withoutValues;
        this.record = record;
    }

    /** The message without any value of the record; empty when there is none. */
    public Optional<String> withoutValues() {
        return Optional.ofNullable(withoutValues);
    }

    /** The record as the step got it. */
    public JsonValue record() {
        return record;
    }
}
