package dev.headrace.rest.http;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Settings;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often, how long and after which answers a request is tried again. Before attempt n+1 the wait is
 * {@code backoffFactor · 2^(n-1)} seconds and a random part of it, or what the answer says; never longer than
 * {@code maxWait}. Faults of the network are tried again as well.
 *
 * @param maxAttempts attempts in all, the first included; at least 1
 * @param backoffFactor seconds before the second attempt; not negative
 * @param jitter the largest random part, from 0 to 1 of the wait, that is added to it
 * @param statuses answers that are tried again
 * @param methods requests that are tried again
 */
public record RetryPolicy(
        int maxAttempts,
        double backoffFactor,
        double jitter,
        Duration maxWait,
        Set<Integer> statuses,
        Set<String> methods) {

    /** The methods that a request can have. */
    static final Set<String> ALL_METHODS = Set.of("GET", "POST", "PUT", "PATCH");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int LAST_STATUS = 599;
    private static final double MILLIS = 1000;

    public RetryPolicy {
        statuses = Set.copyOf(statuses);
        methods = Set.copyOf(methods);
    }

    /** 5 attempts, waits of 1, 2, 4 and 8 s, 300 s at most, after 429 and 500 to 599, for all methods; no jitter. */
    public static RetryPolicy ofDefaults() {
        Set<Integer> statuses = IntStream.concat(
                        IntStream.of(TOO_MANY_REQUESTS), IntStream.rangeClosed(FIRST_SERVER_ERROR, LAST_STATUS))
                .boxed()
                .collect(Collectors.toSet());
        return new RetryPolicy(5, 1, 0, Duration.ofSeconds(300), statuses, ALL_METHODS);
    }

    /**
     * The defaults, changed by {@code request_max_attempts}, {@code request_backoff_factor} and
     * {@code request_max_retry_delay} (seconds) in section {@code runtime}.
     *
     * @throws dev.headrace.ConfigException for a value that is no number or out of range
     */
    public static RetryPolicy of(Settings settings) {
        return RetrySettings.read(settings, ofDefaults());
    }

    /**
     * This policy, changed key by key by {@code {max_retries or max_attempts, backoff_factor, jitter, max_wait, statuses,
     * methods}}: retries do not count the first attempt.
     *
     * @throws dev.headrace.ConfigException for another key, or a value out of range
     */
    public RetryPolicy with(ConfigNode node) {
        return RetryParser.read(node, this);
    }

    /** This policy for requests that may be repeated whatever their method. */
    RetryPolicy forAllMethods() {
        return new RetryPolicy(maxAttempts, backoffFactor, jitter, maxWait, statuses, ALL_METHODS);
    }

    /**
     * The wait after the given attempt, counted from 1, when the answer names none.
     *
     * @param random from 0 to 1
     */
    Duration delayAfter(int attempt, double random) {
        double millis = backoffFactor * Math.pow(2, attempt - 1.0) * (1 + jitter * random) * MILLIS;
        return millis >= maxWait.toMillis() ? maxWait : Duration.ofMillis(Math.round(millis));
    }

    /** What an answer asks for, as far as it is allowed. */
    Duration allowed(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(maxWait) > 0 ? maxWait : asked;
    }
}
