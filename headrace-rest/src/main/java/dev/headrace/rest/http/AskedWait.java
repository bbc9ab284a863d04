package dev.headrace.rest.http;

import dev.headrace.rest.limit.ServerQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long an answer asks its reader to wait before the next request. */
final class AskedWait {

    /** A header that came several times is one with all its values. */
    private static final Pattern FURTHER_NUMBERS = Pattern.compile("^([\\d.]+)\\s*,.*$");

    private static final long NANOS_BELOW_A_SECOND = 999_999_999;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private AskedWait() {}

    /** Before the same request is sent again: {@code Retry-After}, else the time until a quota that is used up is reset. */
    static Optional<Duration> beforeRetry(HttpResponse response, Instant now) {
        Optional<Duration> said = retryAfter(response, now);
        return said.isPresent()
                ? said
                : ServerQuota.of(response.headers()::find, now)
                        .filter(quota -> quota.usedUp() || response.status() == TOO_MANY_REQUESTS)
                        .map(ServerQuota::reset);
    }

    /** Before any other request is sent to the same server. */
    static Optional<Duration> beforeOthers(HttpResponse response, Instant now) {
        boolean refused = response.status() == TOO_MANY_REQUESTS || response.status() == UNAVAILABLE;
        return refused
                ? beforeRetry(response, now)
                : ServerQuota.of(response.headers()::find, now)
                        .filter(ServerQuota::usedUp)
                        .map(ServerQuota::reset);
    }

    /**
     * Seconds or a date (RFC 9110, 10.2.3); empty when it is neither. Fractions of a second, which some servers send, are
     * rounded up; a number that would be many years is a time, in seconds or milliseconds since 1970.
     */
    private static Optional<Duration> retryAfter(HttpResponse response, Instant now) {
        return response.headers()
                .find("Retry-After")
                .map(text -> FURTHER_NUMBERS.matcher(text.strip()).replaceFirst("$1"))
                .flatMap(text -> ServerQuota.until(text, now))
                .map(wait ->
                        Duration.ofSeconds(wait.plusNanos(NANOS_BELOW_A_SECOND).getSeconds()));
    }
}
