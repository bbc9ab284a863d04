package dev.headrace.rest.format;

/** A body is not in the format that it should be in. */
public final class UnreadableBodyException extends RuntimeException {

    /** @param reason to follow "not CSV": where and what, such as {@code line 3 has 5 fields, the header 4} */
    public UnreadableBodyException(String reason) {
        super(reason);
    }

    public UnreadableBodyException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
