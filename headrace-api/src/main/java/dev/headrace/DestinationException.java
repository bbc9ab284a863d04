package dev.headrace;

import org.jspecify.annotations.Nullable;

/** The destination could not be reached or refused the load. */
public final class DestinationException extends HeadraceException {

    private final Reason reason;

    public DestinationException(String message, @Nullable Throwable cause) {
        this(Reason.CIRCUMSTANCES, message, cause);
    }

    public DestinationException(String message) {
        this(message, null);
    }

    public DestinationException(Reason reason, String message, @Nullable Throwable cause) {
        super(FailureKind.LOAD, Phase.LOAD, message, cause);
        this.reason = reason;
    }

    /** What another attempt would need. */
    public Reason reason() {
        return reason;
    }

    /** Why a destination fails. */
    public enum Reason {
        /** The connection, rights, the disk, time: the same may succeed later. */
        CIRCUMSTANCES,
        /** Somebody else has what is needed: the same succeeds once they let go of it. */
        IN_USE,
        /** What was to be loaded does not fit, and never will unless it, or the table, is changed. */
        PACKAGE
    }
}
