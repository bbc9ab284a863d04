package dev.headrace.rest.http;

import dev.headrace.rest.limit.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Tells a body that comes in drops, so that each of them ends a silence, from one that takes its time. Looks at it once it has
 * come for a quarter of the time that an answer may take, and no earlier than after a quarter of an hour and two silences: APIs
 * that work on an answer meanwhile send blanks to keep the connection open.
 */
final class Pace {

    /** In bytes per second, all that has come taken together. */
    private static final long SLOWEST = 16;

    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private final long patience;
    private final LongSupplier nanos;
    private final long begin;

    private Pace(long patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /**
     * Of a body that begins to come.
     *
     * @param timeouts without a total: it may come in drops
     * @param nanos as {@link System#nanoTime}
     */
    static Pace of(Timeouts timeouts, LongSupplier nanos) {
        Duration total = timeouts.total();
        if (total == null) {
            return new Pace(Long.MAX_VALUE, nanos);
        }
        Duration silences = timeouts.read().multipliedBy(2);
        Duration patience = Collections.max(List.of(total.dividedBy(4), SHORTEST, silences));
        return new Pace(patience.toNanos(), nanos);
    }

    /**
     * Looks at the body.
     *
     * @param received how many bytes of it have come
     * @throws IOException when it comes in drops
     */
    void check(long received) throws IOException {
        long elapsed = nanos.getAsLong() - begin;
        if (elapsed > patience && received / SLOWEST < Duration.ofNanos(elapsed).toSeconds()) {
            throw new IOException("timed out: only " + received + " bytes of the answer came within "
                    + DurationText.write(
                            Duration.ofMinutes(Duration.ofNanos(elapsed).toMinutes()))
                    + ", less than " + SLOWEST
                    + " a second; a larger 'timeout.total' allows four times as long for it");
        }
    }
}
