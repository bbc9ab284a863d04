package dev.headrace.rest.http;

import java.io.IOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says why no answer came. The same failure is told alike each time, whatever the platform's libraries add. */
final class BrokenConnection {

    private BrokenConnection() {}

    /** Follows "failed: ". */
    static String reason(IOException cause) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        if (cause instanceof UnknownHostException) {
            return "unknown host " + message.replaceFirst(":.*", "");
        }
        if (cause instanceof SSLException && message.startsWith("Unsupported or unrecognized SSL message")) {
            return "the server does not speak TLS there, perhaps http:// is meant (" + message + ")";
        }
        if (cause instanceof SSLException) {
            return "no secure connection: " + message;
        }
        if (cause instanceof NoHttpResponseException) {
            return "the server closed the connection without an answer (" + message + ")";
        }
        return cause instanceof ConnectionClosedException
                ? "the connection was closed before the answer was complete (" + message + ")"
                : message;
    }
}
