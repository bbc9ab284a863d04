package dev.headrace.rest.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Tells servers to which there was no connection at all from those that did not answer well. */
public final class Unreachable {

    private Unreachable() {}

    /** Whether a request failed because there was no connection to its server. */
    public static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException;
    }
}
