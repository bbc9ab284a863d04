package dev.headrace.rest.http;

import java.security.cert.CertPathBuilderException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** What to do when a request has failed for good: whole sentences. */
final class Advice {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int PROXY_AUTHENTICATION = 407;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private Advice() {}

    /**
     * Begins with a new line; empty when a rule of the configuration took the answer for a failure.
     *
     * @param forData false: the request was for credentials
     */
    static String after(Outcome.Answered answered, boolean forData) {
        if (answered.verdict() instanceof Verdict.Fail) {
            return "";
        }
        return answered.verdict() instanceof Verdict.Retry
                ? "\nTry again later, or allow more attempts with 'retry' (max_attempts, backoff_factor)."
                : "\n" + after(answered.response().status(), forData);
    }

    private static String after(int status, boolean forData) {
        if (!forData && status >= BAD_REQUEST && status <= UNAUTHORIZED) {
            return "Check the fields of 'auth': the server that issues tokens does not accept them.";
        }
        if (!forData && (status == NOT_FOUND || status == NOT_ALLOWED)) {
            return "Check the token URL ('token_url' or 'access_token_url') of 'auth': no tokens are issued there.";
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return "Check the credentials ('auth') and what they are allowed to read.";
        }
        if (status == NOT_FOUND) {
            return "Check 'base_url' and the path; if the answer only means that there is nothing, add"
                    + " response_actions: [{status_code: 404, action: ignore}].";
        }
        if (status == PROXY_AUTHENTICATION) {
            return "Check user and password of the proxy: 'client.proxy', or HTTP_PROXY and HTTPS_PROXY.";
        }
        if (status == TOO_MANY_REQUESTS) {
            return "The API limits the rate of requests: wait, or allow more and longer waits with 'client.retry'.";
        }
        return status >= FIRST_SERVER_ERROR
                ? "The fault is on the side of the API: try again later, or allow more attempts with 'client.retry'."
                : "Check the request against the API's documentation.";
    }

    /** When no complete answer came. */
    static String afterBreak(String url, Throwable cause) {
        if (isDistrust(cause)) {
            return "If the server is to be believed, name the authority of its certificate with 'client.tls.ca'.";
        }
        if (cause instanceof DistrustedServerException) {
            return "Check the host; a certificate that is wrong can only be mended by whoever runs the server."
                    + " 'client.tls.verify: false' would accept any, and anybody in between could read and change what is sent.";
        }
        return "Check the URL, the network and the proxy settings"
                + (cause instanceof SSLException || isCutOff(url, cause)
                        ? "; if the server asks for a certificate of yours, set 'client.tls.certificate'."
                        : ".");
    }

    /**
     * A server that misses our certificate ends the connection, with TLS 1.3 only after it was opened: whether that is met
     * while the request is sent or when its answer is awaited is a matter of chance.
     */
    private static boolean isCutOff(String url, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return url.startsWith("https://")
                && (cause instanceof NoHttpResponseException
                        || message.contains("Broken pipe")
                        || message.contains("reset"));
    }

    private static boolean isDistrust(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                return failure instanceof SSLException;
            }
        }
        return false;
    }
}
