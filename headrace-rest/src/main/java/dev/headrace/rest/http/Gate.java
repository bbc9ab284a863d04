package dev.headrace.rest.http;

import dev.headrace.rest.limit.RateGate;
import dev.headrace.source.ReadContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where every single attempt of one resource passes on its way to a server, repetitions and redirects included: holds it back
 * until the configured limits and the server's own allow it. Safe for any number of threads.
 */
final class Gate {

    /** Shorter waits belong to a steady stream of requests and are not worth a word. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final RateGate.Passage passage;
    private final Holds holds;
    private final RetryPolicy policy;
    private final ReadContext context;
    private final Waits waits;

    Gate(RateGate.Passage passage, Holds holds, RetryPolicy policy, ReadContext context, Waits waits) {
        this.passage = passage;
        this.holds = holds;
        this.policy = policy;
        this.context = context;
        this.waits = waits;
    }

    /** Returns when a request may be sent to that server. */
    void pass(Origin origin) {
        while (true) {
            Optional<Holds.Hold> hold = holds.find(origin, context.clock().instant());
            if (hold.isPresent()) {
                Duration length =
                        Duration.between(context.clock().instant(), hold.get().until());
                waits.tellAndSleep(length, hold.get().reason());
                continue;
            }
            Optional<RateGate.Delay> delay = passage.tryPass();
            if (delay.isEmpty()) {
                return;
            }
            await(delay.get());
        }
    }

    private void await(RateGate.Delay delay) {
        if (delay.length().compareTo(WORTH_TELLING) < 0) {
            waits.sleep(delay.length());
        } else {
            waits.tellAndSleep(delay.length(), "rate_limit allows " + delay.limit());
        }
    }

    /** Takes in what an answer says about further requests to its server. */
    void heard(Origin origin, HttpResponse response) {
        Instant now = context.clock().instant();
        Duration wait =
                AskedWait.beforeOthers(response, now).map(policy::allowed).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            holds.add(
                    origin,
                    new Holds.Hold(
                            now.plus(wait),
                            wait,
                            response.isError()
                                    ? "the API answered " + response.status()
                                    : "the API allows no more requests for now"));
        }
    }
}
