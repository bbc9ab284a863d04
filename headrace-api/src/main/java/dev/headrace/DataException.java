package dev.headrace;

import org.jspecify.annotations.Nullable;

/** A record does not fit its table, or a page its format. */
public final class DataException extends HeadraceException {

    /** @param kind {@code DATA} or {@code SCHEMA} */
    public DataException(FailureKind kind, Phase phase, String message, @Nullable Throwable cause) {
        super(kind, phase, message, cause);
    }

    public DataException(FailureKind kind, Phase phase, String message) {
        this(kind, phase, message, null);
    }
}
