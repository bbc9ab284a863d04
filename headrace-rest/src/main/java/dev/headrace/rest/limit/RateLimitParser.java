package dev.headrace.rest.limit;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code rate_limit}: {@code {requests: 100, per: 1m}}, or a list of such. */
public final class RateLimitParser {

    private static final String REQUESTS = "requests";
    private static final String PER = "per";
    private static final String GROUP = "group";

    /** More would need much memory, since the time of each request in the span is kept. */
    private static final int MOST = 1_000_000;

    private RateLimitParser() {}

    /**
     * The limits of a client.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with them
     */
    public static List<RateLimit> ofClient(ConfigNode node) {
        return read(node, List.of(REQUESTS, PER));
    }

    /** The limits of an endpoint, which may be shared by a group of them. */
    public static List<RateLimit> ofEndpoint(ConfigNode node) {
        return read(node, List.of(REQUESTS, PER, GROUP));
    }

    private static List<RateLimit> read(ConfigNode node, List<String> keys) {
        if (node.kind() != Kind.LIST) {
            return List.of(limit(node, keys));
        }
        if (node.elements().isEmpty()) {
            throw node.error("the list is empty, so nothing would be limited. Leave 'rate_limit' out, or write such as"
                    + " {requests: 100, per: 1m}");
        }
        Problems problems = new Problems();
        List<RateLimit> limits = new ArrayList<>();
        for (ConfigNode element : node.elements()) {
            problems.attempt(() -> limit(element, keys)).ifPresent(limits::add);
        }
        problems.throwIfAny();
        return List.copyOf(limits);
    }

    private static RateLimit limit(ConfigNode node, List<String> keys) {
        Problems problems = new Problems();
        problems.check(() -> node.requireObject().onlyKeys(keys));
        Optional<Integer> requests = problems.attempt(() -> requests(node.require(REQUESTS)));
        Optional<Duration> per = problems.attempt(() -> DurationText.readPositive(node.require(PER)));
        Optional<Optional<String>> group = problems.attempt(() -> node.text(GROUP));
        problems.throwIfAny();
        return new RateLimit(
                requests.orElseThrow(), per.orElseThrow(), group.orElseThrow().orElse(null));
    }

    private static int requests(ConfigNode node) {
        long requests = node.integer();
        if (requests < 1 || requests > MOST) {
            throw node.error("it is " + requests + "; it must be 1 or more, and at most " + MOST);
        }
        return (int) requests;
    }
}
