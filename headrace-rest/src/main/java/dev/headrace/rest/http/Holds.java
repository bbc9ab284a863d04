package dev.headrace.rest.http;

import java.time.Duration;
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
     * @param length how long it was at first: where the clock is set back, it is no longer than that
     * @param reason what the server said
     */
    record Hold(Instant until, Duration length, String reason) {

        private Hold asOf(Instant now) {
            Instant latest = now.plus(length);
            return until.isAfter(latest) ? new Hold(latest, length, reason) : this;
        }
    }

    void add(Origin origin, Hold hold) {
        holds.merge(origin, hold, (known, added) -> added.until().isAfter(known.until()) ? added : known);
    }

    /** What keeps requests to that server back; empty when nothing does. */
    Optional<Hold> find(Origin origin, Instant now) {
        if (holds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(holds.computeIfPresent(origin, (key, hold) -> hold.asOf(now)))
                .filter(hold -> hold.until().isAfter(now));
    }
}
