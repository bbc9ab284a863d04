package dev.headrace.json.path;

/** A search was given up, because it would take forever with this path and this document; says why, without their values. */
public final class JsonPathLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonPathLimitException(String message) {
        super(message);
    }
}
