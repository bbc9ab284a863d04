package dev.headrace.rest.http;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.rest.limit.DurationText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads {@code retry} of a client or an endpoint; used once. */
final class RetryParser {

    private static final String RETRIES = "max_retries";
    private static final String ATTEMPTS = "max_attempts";
    private static final List<String> KEYS =
            List.of(RETRIES, ATTEMPTS, "backoff_factor", "jitter", "max_wait", "statuses", "methods");
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;

    private final ConfigNode node;
    private final Problems problems = new Problems();

    private RetryParser(ConfigNode node) {
        this.node = node.requireObject();
    }

    static RetryPolicy read(ConfigNode node, RetryPolicy otherwise) {
        return new RetryParser(node).read(otherwise);
    }

    private RetryPolicy read(RetryPolicy otherwise) {
        problems.check(() -> node.onlyKeys(KEYS));
        Optional<Integer> retries = value(RETRIES, retry -> count(retry, 0) + 1);
        Optional<Integer> attempts = value(ATTEMPTS, attempt -> count(attempt, 1));
        if (node.present(RETRIES).isPresent() && node.present(ATTEMPTS).isPresent()) {
            problems.add(node.error(
                    ATTEMPTS,
                    "'max_retries' and 'max_attempts' exclude each other (attempts count the first one as well); leave"
                            + " one of them out"));
        }
        Optional<Double> factor = value("backoff_factor", number -> number(number, Integer.MAX_VALUE));
        Optional<Double> jitter = value("jitter", number -> number(number, 1));
        Optional<Duration> longest = value("max_wait", DurationText::read);
        Optional<Set<Integer>> statuses = value("statuses", RetryParser::statuses);
        Optional<Set<String>> methods = value("methods", RetryParser::methods);
        problems.throwIfAny();
        return new RetryPolicy(
                retries.or(() -> attempts).orElse(otherwise.maxAttempts()),
                factor.orElse(otherwise.backoffFactor()),
                jitter.orElse(otherwise.jitter()),
                longest.orElse(otherwise.maxWait()),
                statuses.orElse(otherwise.statuses()),
                methods.orElse(otherwise.methods()));
    }

    private <T> Optional<T> value(String key, Function<ConfigNode, T> read) {
        return node.present(key).flatMap(found -> problems.attempt(() -> read.apply(found)));
    }

    private static int count(ConfigNode node, int least) {
        long count = node.integer();
        if (count < least || count >= Integer.MAX_VALUE) {
            throw node.error("it is " + count + "; it must be " + least + " or more");
        }
        return (int) count;
    }

    private static double number(ConfigNode node, double most) {
        double value = node.kind() == Kind.DECIMAL && node.value() instanceof Number number
                ? number.doubleValue()
                : node.integer();
        if (!(value >= 0 && value <= most)) {
            throw node.error("it is " + value + "; it must be 0 or more" + (most == 1 ? ", at most 1" : ""));
        }
        return value;
    }

    private static Set<Integer> statuses(ConfigNode node) {
        Set<Integer> statuses = new LinkedHashSet<>();
        Problems problems = new Problems();
        for (ConfigNode element : filled(node, "no status would be tried again").elements()) {
            problems.attempt(() -> status(element)).ifPresent(statuses::add);
        }
        problems.throwIfAny();
        return statuses;
    }

    private static int status(ConfigNode node) {
        boolean digits = node.kind() == Kind.TEXT && node.text().matches("\\d{3}");
        long status = digits ? Long.parseLong(node.text()) : node.integer();
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            throw node.error(status + " is no HTTP status; a status is a number from 100 to 599");
        }
        return (int) status;
    }

    private static Set<String> methods(ConfigNode node) {
        Set<String> methods = new LinkedHashSet<>();
        Problems problems = new Problems();
        for (ConfigNode element :
                filled(node, "no request would be tried again").elements()) {
            problems.attempt(() -> method(element)).ifPresent(methods::add);
        }
        problems.throwIfAny();
        return methods;
    }

    private static String method(ConfigNode element) {
        Set<String> known = new TreeSet<>(RetryPolicy.ALL_METHODS);
        if (!known.contains(element.text())) {
            throw element.error("method '" + element.text() + "' is not allowed"
                    + Suggestions.didYouMean(element.text(), known) + " Allowed: " + String.join(", ", known));
        }
        return element.text();
    }

    private static ConfigNode filled(ConfigNode list, String consequence) {
        if (list.requireKind(Kind.LIST).elements().isEmpty()) {
            throw list.error("the list is empty, so " + consequence
                    + ". Leave it out for the usual ones; max_retries: 0 is for no repetition at all");
        }
        return list;
    }
}
