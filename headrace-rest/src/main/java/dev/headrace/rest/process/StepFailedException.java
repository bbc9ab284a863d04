package dev.headrace.rest.process;

import dev.headrace.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A step can't do its work with a record. The message says which step and why; where the record comes from, and what is
 * secret in it, is known elsewhere.
 */
public final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonValue record;

    /** @param message the end of "Cannot process a record: " */
    public StepFailedException(String message, JsonValue record, @Nullable Throwable cause) {
        super(message, cause);
        this.record = record;
    }

    /** The record as the step got it. */
    public JsonValue record() {
        return record;
    }
}
