package dev.headrace;

import java.time.Duration;

/** Waits. Every wait of Headrace goes through one, so that tests need not wait. */
@FunctionalInterface
public interface Sleeper {

    /** Returns after {@code duration}; throws at once when the thread is interrupted. Zero and negative do not wait. */
    void sleep(Duration duration) throws InterruptedException;

    /** The sleeper that really waits. */
    static Sleeper system() {
        return duration -> {
            if (!duration.isNegative() && !duration.isZero()) {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }
        };
    }
}
