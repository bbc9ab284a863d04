package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.rest.flight.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how many requests may be under way at a time. */
final class Concurrency {

    /** What dlt's {@code parallelized} means there: so many workers. */
    private static final int PARALLELIZED = 5;

    private static final String KEY = "concurrency";

    private Concurrency() {}

    /** What {@code client} or an endpoint says itself. */
    static Optional<Integer> parse(ConfigNode node) {
        return node.present(KEY).map(Concurrency::number);
    }

    /**
     * What a resource has for itself; null when it shares what the client has.
     *
     * @param own what its endpoint says
     * @param parallelized dlt's word for it
     */
    static @Nullable Integer of(Optional<Integer> own, boolean parallelized, int client) {
        if (own.isPresent()) {
            return own.get();
        }
        return parallelized && client < PARALLELIZED ? PARALLELIZED : null;
    }

    private static int number(ConfigNode node) {
        long number = node.integer();
        if (number < 1 || number > Window.MOST) {
            throw node.error("'" + KEY + "' is " + number + "; it is the number of requests at a time, from 1 to "
                    + Window.MOST + ".");
        }
        return (int) number;
    }
}
