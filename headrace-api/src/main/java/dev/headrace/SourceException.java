package dev.headrace;

import org.jspecify.annotations.Nullable;

/** The source answered badly or not at all. */
public sealed class SourceException extends HeadraceException permits RequestFailedException {

    /** @param kind one of {@code AUTH}, {@code HTTP}, {@code PAGINATOR}, {@code DATA} */
    public SourceException(FailureKind kind, String message, @Nullable Throwable cause) {
        super(kind, Phase.EXTRACT, message, cause);
    }

    public SourceException(FailureKind kind, String message) {
        this(kind, message, null);
    }
}
