package dev.headrace.rest.http;

import dev.headrace.rest.limit.DurationText;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** Says which of the timeouts was too short for an answer. */
final class SlowAnswers {

    private SlowAnswers() {}

    /** The failure with the key of the timeout, where it is a timeout; failures of other kinds as they are. */
    static IOException explained(Exception failure, Timeouts timeouts) {
        if (failure instanceof ConnectTimeoutException) {
            return timeout("no connection", timeouts.connect(), "connect", failure);
        }
        if (failure instanceof SocketTimeoutException) {
            return timeout("nothing came", timeouts.read(), "read", failure);
        }
        if (failure instanceof RuntimeException unreadable) {
            throw unreadable;
        }
        return (IOException) failure;
    }

    /** The failure of an exchange that was broken off. */
    static IOException total(@Nullable Duration total, Exception failure) {
        return total == null
                ? new IOException("the exchange was broken off", failure)
                : timeout("no complete answer", total, "total", failure);
    }

    private static IOException timeout(String what, Duration limit, String key, Exception cause) {
        IOException explained = new SocketTimeoutException(
                "timed out: " + what + " within " + DurationText.write(limit) + " ('timeout." + key + "')");
        explained.initCause(cause);
        return explained;
    }
}
