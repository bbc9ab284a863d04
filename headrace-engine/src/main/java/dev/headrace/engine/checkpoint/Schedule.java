package dev.headrace.engine.checkpoint;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells when a checkpoint is due: after about a second of reading, and earlier before a pause that would let it become more.
 * Used by one thread.
 */
public final class Schedule {

    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoseconds;
    private long taken;
    private long pageBegun;
    private boolean something;

    /** @param nanoseconds since any moment; never runs backwards */
    public Schedule(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        this.taken = nanoseconds.getAsLong();
        this.pageBegun = taken;
    }

    /** A page is asked for. */
    public void pageBegins() {
        pageBegun = nanoseconds.getAsLong();
    }

    /** Something came that no checkpoint covers: records, or an answer that is read later. */
    public void somethingCame() {
        something = true;
    }

    /** Whether something came that no checkpoint covers. */
    public boolean isBehind() {
        return something;
    }

    /** Whether a page that takes as long as the last one would come too late. */
    public boolean isDueAfterPage() {
        long now = nanoseconds.getAsLong();
        return something && now - taken + (now - pageBegun) > INTERVAL;
    }

    /** Whether the end of a pause would be too late. */
    public boolean isDueBefore(Duration pause) {
        return something && nanoseconds.getAsLong() - taken + pause.toNanos() > INTERVAL;
    }

    /** A checkpoint covers everything that came so far. */
    public void taken() {
        taken = nanoseconds.getAsLong();
        something = false;
    }
}
