package dev.headrace;

import org.jspecify.annotations.Nullable;

/** The destination could not be reached or refused the load. */
public final class DestinationException extends HeadraceException {

    public DestinationException(String message, @Nullable Throwable cause) {
        super(FailureKind.LOAD, Phase.LOAD, message, cause);
    }

    public DestinationException(String message) {
        this(message, null);
    }
}
