package dev.headrace;

import org.jspecify.annotations.Nullable;

/**
 * A request that failed for good, ready to be shown: known secrets are hidden.
 *
 * @param request its method and URL
 * @param status of the last answer; null when there was none
 * @param reason what follows the request in a sentence, such as {@code answered 404 (Not Found)}
 * @param attempts how often it was sent, at least 1
 */
public record FailedRequest(String request, @Nullable Integer status, String reason, int attempts) {

    public FailedRequest {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + "; a request that failed was sent once");
        }
    }
}
