package dev.headrace;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can act on. The subtypes say who must act: the author of the configuration, the owner of the
 * API, the owner of the data, or whoever runs the destination. Messages are complete sentences for people, and hold no
 * secret: whatever may hold one passes a {@link Redactor} first.
 */
public abstract sealed class HeadraceException extends RuntimeException
        permits ConfigException, SourceException, DataException, DestinationException, InterruptedRunException {

    private final FailureKind kind;
    private final Phase phase;

    HeadraceException(FailureKind kind, Phase phase, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.phase = phase;
    }

    public final FailureKind kind() {
        return kind;
    }

    /** The part of the run that failed. */
    public final Phase phase() {
        return phase;
    }

    /** The message; never null, unlike {@link Throwable#getMessage()} in general. */
    public final String message() {
        String message = getMessage();
        return message == null ? getClass().getSimpleName() : message;
    }
}
