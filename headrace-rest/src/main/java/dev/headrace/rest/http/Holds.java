package dev.headrace.rest.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that asked not to be sent requests for a while. Safe for any number of threads. */
final class Holds {

    private final Map<Origin, Hold> holds = new ConcurrentHashMap<>();

    /**
     * One of them.
     *
     * @param reason what the server said
     */
    record Hold(Instant until, String reason) {}

    void add(Origin origin, Hold hold) {
        holds.merge(origin, hold, (known, added) -> added.until().isAfter(known.until()) ? added : known);
    }

    /** What keeps requests to that server back; empty when nothing does. */
    Optional<Hold> find(Origin origin, Instant now) {
        if (holds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(holds.get(origin))
                .filter(hold -> hold.until().isAfter(now));
    }
}
