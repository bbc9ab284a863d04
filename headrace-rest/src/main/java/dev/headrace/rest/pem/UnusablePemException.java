package dev.headrace.rest.pem;

import org.jspecify.annotations.Nullable;

/** A PEM text does not hold what was looked for; the message is a reason to follow a colon, and shows none of the text. */
public final class UnusablePemException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusablePemException(String message) {
        this(message, null);
    }

    UnusablePemException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The reason; never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
