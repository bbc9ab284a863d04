package dev.headrace.rest.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * At most so many requests in any span of time of a length.
 *
 * @param requests at least 1
 * @param per more than zero
 * @param group resources with the same group share the limit; null when it belongs to one client or resource
 */
public record RateLimit(
        int requests, Duration per, @Nullable String group) {

    /** Such as {@code 100 requests per 1m}. */
    @Override
    public String toString() {
        return requests + (requests == 1 ? " request" : " requests") + " per " + DurationText.write(per)
                + (group == null ? "" : " for the group '" + group + "'");
    }
}
