package dev.headrace.rest.http;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.rest.limit.RateLimit;
import dev.headrace.rest.limit.RateLimitParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How often requests are tried, how long they may take, and how many of them are sent in which time.
 *
 * @param rates of an endpoint: those it has in addition to the client's
 */
public record Limits(RetryPolicy retry, Timeouts timeouts, List<RateLimit> rates) {

    /** The keys under which a client or an endpoint has them. */
    private static final String RETRY = "retry";

    private static final String TIMEOUT = "timeout";
    private static final String RATE_LIMIT = "rate_limit";

    public Limits {
        rates = List.copyOf(rates);
    }

    /** The defaults and what the section {@code runtime} says. */
    public static Limits of(Settings settings) {
        return new Limits(RetryPolicy.of(settings), Timeouts.of(settings), List.of());
    }

    /** With timeouts of 60 s. */
    static Limits of(RetryPolicy retry) {
        return new Limits(retry, Timeouts.of(Settings.none()), List.of());
    }

    /**
     * These limits, changed key by key by {@code retry} and {@code timeout} of a client, and with its {@code rate_limit}.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with them
     */
    public Limits ofClient(ConfigNode client) {
        return with(client, RateLimitParser::ofClient);
    }

    /** The limits of an endpoint of the client that has these, as {@link #ofClient} has it. */
    public Limits ofEndpoint(ConfigNode endpoint) {
        return with(endpoint, RateLimitParser::ofEndpoint);
    }

    private Limits with(ConfigNode owner, Function<ConfigNode, List<RateLimit>> reader) {
        Problems problems = new Problems();
        Optional<List<RateLimit>> ownRates =
                problems.attempt(() -> owner.present(RATE_LIMIT).map(reader).orElse(List.of()));
        Optional<RetryPolicy> changedRetry =
                problems.attempt(() -> owner.present(RETRY).map(retry::with).orElse(retry));
        Optional<Timeouts> changedTimeouts = problems.attempt(
                () -> owner.present(TIMEOUT).map(timeouts::with).orElse(timeouts));
        problems.throwIfAny();
        return new Limits(changedRetry.orElseThrow(), changedTimeouts.orElseThrow(), ownRates.orElseThrow());
    }
}
