package dev.headrace.rest.http;

import dev.headrace.rest.limit.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a body that comes in drops, so that each of them ends a silence, from one that takes its time. Looks at it once it has
 * come for a quarter of the time that an answer may take, and no earlier than after a quarter of an hour and two silences: APIs
 * that work on an answer meanwhile send blanks to keep the connection open.
 */
final class Pace {

    /** In bytes per second, all that has come taken together. */
    private static final long SLOWEST = 16;

    private static final long SHORTEST_NANOS = Duration.ofMinutes(15).toNanos();

    private final Timeouts timeouts;
    private final LongSupplier nanos;
    private final long begin;

    private Pace(Timeouts timeouts, LongSupplier nanos) {
        this.timeouts = timeouts;
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
        return new Pace(timeouts, nanos);
    }

    /**
     * Looks at the body.
     *
     * @param received how many bytes of it have come
     * @throws IOException when it comes in drops
     */
    void check(long received) throws IOException {
        long elapsed = nanos.getAsLong() - begin;
        if (elapsed > SHORTEST_NANOS) {
            check(received, Duration.ofNanos(elapsed));
        }
    }

    private void check(long received, Duration elapsed) throws IOException {
        Duration total = timeouts.total();
        if (total == null || received / SLOWEST >= elapsed.toSeconds()) {
            return;
        }
        Duration silences = timeouts.read().multipliedBy(2);
        if (elapsed.compareTo(total.dividedBy(4)) > 0 && elapsed.compareTo(silences) > 0) {
            throw new IOException("timed out: only " + received + " bytes of the answer came within "
                    + DurationText.write(Duration.ofMinutes(elapsed.toMinutes()))
                    + ", less than " + SLOWEST
                    + " a second; a larger 'timeout.total' allows four times as long for it");
        }
    }
}
