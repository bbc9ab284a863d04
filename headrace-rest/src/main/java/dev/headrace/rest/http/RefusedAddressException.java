package dev.headrace.rest.http;

/** A request would have gone where a configuration that is not trusted may not send any. */
final class RefusedAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
        super(message);
    }
}
