package dev.headrace.rest.http;

import dev.headrace.ConfigException;
import dev.headrace.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Reads what the section {@code runtime} says about retries. */
final class RetrySettings {

    private RetrySettings() {}

    static RetryPolicy read(Settings settings, RetryPolicy usual) {
        int attempts = setting(settings, "request_max_attempts", Integer::valueOf, usual.maxAttempts());
        double factor = setting(settings, "request_backoff_factor", Double::valueOf, usual.backoffFactor());
        double longest = setting(settings, "request_max_retry_delay", Double::valueOf, (double)
                usual.maxWait().toSeconds());
        check(attempts >= 1, "request_max_attempts", attempts, "at least 1");
        check(factor >= 0 && Double.isFinite(factor), "request_backoff_factor", factor, "0 or more");
        check(longest >= 0 && Double.isFinite(longest), "request_max_retry_delay", longest, "0 or more");
        return new RetryPolicy(
                attempts,
                factor,
                usual.jitter(),
                Duration.ofMillis(Math.round(longest * 1000)),
                usual.statuses(),
                usual.methods());
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

    private static void check(boolean right, String name, Object value, String allowed) {
        if (!right) {
            throw new ConfigException("Cannot use " + value + " for runtime." + name + ": it must be " + allowed + ".");
        }
    }
}
