package dev.headrace.rest.http;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.rest.limit.RateLimit;
import dev.headrace.rest.limit.RateLimitParser;
import dev.headrace.rest.limit.SizeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How often requests are tried, how long they may take, and how many of them are sent in which time.
 *
 * @param maxResponseSize the largest body, in bytes, after decompression; the client's
 * @param rates of an endpoint: those it has in addition to the client's
 */
public record Limits(RetryPolicy retry, Timeouts timeouts, long maxResponseSize, List<RateLimit> rates) {

    /** The largest body unless somebody allows more, in bytes. */
    static final long USUAL_RESPONSE_SIZE = 256L << 20;

    /** A body is one array. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** The keys under which a client or an endpoint has them. */
    private static final String RETRY = "retry";

    private static final String TIMEOUT = "timeout";
    private static final String RATE_LIMIT = "rate_limit";
    private static final String MAX_RESPONSE_SIZE = "max_response_size";

    public Limits {
        rates = List.copyOf(rates);
    }

    /** The defaults and what the section {@code runtime} says. */
    public static Limits of(Settings settings) {
        return new Limits(RetryPolicy.of(settings), Timeouts.of(settings), USUAL_RESPONSE_SIZE, List.of());
    }

    /** With timeouts of 60 s. */
    static Limits of(RetryPolicy retry) {
        return new Limits(retry, Timeouts.of(Settings.none()), USUAL_RESPONSE_SIZE, List.of());
    }

    /**
     * These limits, changed key by key by {@code retry} and {@code timeout} of a client, and with its {@code rate_limit}
     * and {@code max_response_size}.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with them
     */
    public Limits ofClient(ConfigNode client) {
        Problems problems = new Problems();
        Optional<Long> size = problems.attempt(() -> client.present(MAX_RESPONSE_SIZE)
                .map(node -> SizeText.read(node, LARGEST_ARRAY))
                .orElse(maxResponseSize));
        Optional<Limits> changed = problems.attempt(() -> with(client, RateLimitParser::ofClient));
        problems.throwIfAny();
        return changed.orElseThrow().withSize(size.orElseThrow());
    }

    /** The limits of an endpoint of the client that has these, with its own {@code rate_limit} in place of the client's. */
    public Limits ofEndpoint(ConfigNode endpoint) {
        return with(endpoint, RateLimitParser::ofEndpoint);
    }

    /** For requests that are under no other rates than those of the client. */
    Limits withoutRates() {
        return new Limits(retry, timeouts, maxResponseSize, List.of());
    }

    /** For requests that may be repeated whatever their method. */
    Limits forAnyMethod() {
        return new Limits(retry.forAllMethods(), timeouts, maxResponseSize, List.of());
    }

    private Limits withSize(long size) {
        return new Limits(retry, timeouts, size, rates);
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
        return new Limits(
                changedRetry.orElseThrow(), changedTimeouts.orElseThrow(), maxResponseSize, ownRates.orElseThrow());
    }
}
