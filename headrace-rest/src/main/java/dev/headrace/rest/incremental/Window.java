package dev.headrace.rest.incremental;

import java.time.Duration;
import java.time.Instant;

/**
 * Cuts what is to be read into requests of one step each.
 *
 * @param step positive; a day has 24 hours
 */
public record Window(Duration step) {

    public Window {
        if (step.isZero() || step.isNegative()) {
            throw new IllegalArgumentException("Cannot cut anything into windows: the step is " + step);
        }
    }

    /** Where the window ends that begins there. */
    Instant endOf(Instant start) {
        return start.plus(step);
    }
}
