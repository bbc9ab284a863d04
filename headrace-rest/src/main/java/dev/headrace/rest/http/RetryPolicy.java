package dev.headrace.rest.http;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often, how long and after which answers a request is tried again. Before attempt n+1 the wait is
 * {@code backoffFactor · 2^(n-1)} seconds, or what the answer's {@code Retry-After} says; never longer than
 * {@code maxDelay}. Faults of the network are always tried again.
 *
 * @param maxAttempts attempts in all, the first included; at least 1
 * @param backoffFactor seconds before the second attempt; not negative
 * @param statuses answers that are tried again
 * @param timeout for connecting, and for each silence while an answer is read
 */
public record RetryPolicy(
        int maxAttempts, double backoffFactor, Duration maxDelay, Set<Integer> statuses, Duration timeout) {

    private static final List<String> KEYS = List.of("max_retries", "backoff_factor", "statuses", "max_delay");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;
    private static final int MILLIS = 1000;

    public RetryPolicy {
        check(maxAttempts >= 1, "request_max_attempts", maxAttempts, "at least 1");
        check(
                backoffFactor >= 0 && Double.isFinite(backoffFactor),
                "request_backoff_factor",
                backoffFactor,
                "0 or more");
        check(!maxDelay.isNegative(), "request_max_retry_delay", maxDelay, "0 or more");
        check(timeout.toMillis() > 0, "request_timeout", timeout, "more than 0");
        statuses = Set.copyOf(statuses);
    }

    /** 5 attempts, waits of 1, 2, 4 and 8 s, 300 s at most, after 429 and 500 to 599; timeouts of 60 s. */
    public static RetryPolicy ofDefaults() {
        Set<Integer> statuses = IntStream.concat(
                        IntStream.of(TOO_MANY_REQUESTS), IntStream.rangeClosed(500, LAST_STATUS))
                .boxed()
                .collect(Collectors.toSet());
        return new RetryPolicy(5, 1, Duration.ofSeconds(300), statuses, Duration.ofSeconds(60));
    }

    /**
     * The defaults, changed by {@code request_max_attempts}, {@code request_backoff_factor}, {@code request_max_retry_delay}
     * and {@code request_timeout} (seconds) in section {@code runtime}.
     *
     * @throws dev.headrace.ConfigException for a value that is no number or out of range
     */
    public static RetryPolicy of(Settings settings) {
        RetryPolicy usual = ofDefaults();
        return new RetryPolicy(
                setting(settings, "request_max_attempts", Integer::valueOf, usual.maxAttempts),
                setting(settings, "request_backoff_factor", Double::valueOf, usual.backoffFactor),
                setting(settings, "request_max_retry_delay", RetryPolicy::seconds, usual.maxDelay),
                usual.statuses,
                setting(settings, "request_timeout", RetryPolicy::seconds, usual.timeout));
    }

    /**
     * This policy, changed by {@code {max_retries, backoff_factor, statuses, max_delay}}: retries do not count the first
     * attempt, times are in seconds.
     *
     * @throws dev.headrace.ConfigException for another key, or a value out of range
     */
    public RetryPolicy with(ConfigNode node) {
        node.requireObject().onlyKeys(KEYS);
        return new RetryPolicy(
                node.present("max_retries").map(RetryPolicy::attempts).orElse(maxAttempts),
                node.present("backoff_factor").map(RetryPolicy::number).orElse(backoffFactor),
                node.present("max_delay")
                        .map(RetryPolicy::number)
                        .map(RetryPolicy::seconds)
                        .orElse(maxDelay),
                node.present("statuses").map(RetryPolicy::statuses).orElse(statuses),
                timeout);
    }

    /** The wait after the given attempt, counted from 1, when the answer names none. */
    Duration delayAfter(int attempt) {
        double seconds = backoffFactor * Math.pow(2, attempt - 1.0);
        return seconds >= maxDelay.toSeconds() ? maxDelay : seconds(seconds);
    }

    private static <T> T setting(Settings settings, String name, Function<String, T> read, T otherwise) {
        return settings.find(List.of("runtime." + name))
                .map(text -> parse(name, text, read))
                .orElse(otherwise);
    }

    private static <T> T parse(String name, String text, Function<String, T> read) {
        try {
            return read.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new ConfigException(
                    "Cannot use '" + text + "' for runtime." + name
                            + ": it is no number. Set a number, or leave it out.",
                    e);
        }
    }

    private static int attempts(ConfigNode node) {
        long retries = node.integer();
        if (retries < 0 || retries >= Integer.MAX_VALUE) {
            throw node.error("'max_retries' is " + retries + "; it must be 0 (try once) or more.");
        }
        return (int) retries + 1;
    }

    private static double number(ConfigNode node) {
        double value = node.kind() == ConfigNode.Kind.DECIMAL && node.value() instanceof Number number
                ? number.doubleValue()
                : node.integer();
        if (value < 0) {
            throw node.error("it is " + value + "; it must be 0 or more.");
        }
        return value;
    }

    private static Set<Integer> statuses(ConfigNode node) {
        return node.requireKind(ConfigNode.Kind.LIST).elements().stream()
                .map(RetryPolicy::status)
                .collect(Collectors.toSet());
    }

    private static int status(ConfigNode node) {
        long status = node.integer();
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            throw node.error(status + " is no HTTP status; a status is a number from 100 to 599.");
        }
        return (int) status;
    }

    private static Duration seconds(String text) {
        return seconds(Double.parseDouble(text));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    private static void check(boolean right, String name, Object value, String allowed) {
        if (!right) {
            throw new ConfigException("Cannot use " + value + " for " + name + ": it must be " + allowed + ".");
        }
    }
}
