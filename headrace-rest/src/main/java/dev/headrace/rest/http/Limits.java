package dev.headrace.rest.http;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import java.util.Optional;

/** How often requests are tried and how long they may take. */
public record Limits(RetryPolicy retry, Timeouts timeouts) {

    /** The keys under which a client or an endpoint has them. */
    private static final String RETRY = "retry";

    private static final String TIMEOUT = "timeout";

    /** The defaults and what the section {@code runtime} says. */
    public static Limits of(Settings settings) {
        return new Limits(RetryPolicy.of(settings), Timeouts.of(settings));
    }

    /** With timeouts of 60 s. */
    static Limits of(RetryPolicy retry) {
        return new Limits(retry, Timeouts.of(Settings.none()));
    }

    /**
     * These limits, changed key by key by {@code retry} and {@code timeout} of a client or an endpoint.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with them
     */
    public Limits with(ConfigNode owner) {
        Problems problems = new Problems();
        Optional<RetryPolicy> changedRetry =
                problems.attempt(() -> owner.present(RETRY).map(retry::with).orElse(retry));
        Optional<Timeouts> changedTimeouts = problems.attempt(
                () -> owner.present(TIMEOUT).map(timeouts::with).orElse(timeouts));
        problems.throwIfAny();
        return new Limits(changedRetry.orElseThrow(), changedTimeouts.orElseThrow());
    }
}
