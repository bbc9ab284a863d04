package dev.headrace.rest.http;

import javax.net.ssl.SSLException;

/** A server whose certificate is not accepted; it would be the same at another attempt. */
final class DistrustedServerException extends SSLException {

    private static final long serialVersionUID = 1L;

    DistrustedServerException(String message, SSLException cause) {
        super(message, cause);
    }
}
