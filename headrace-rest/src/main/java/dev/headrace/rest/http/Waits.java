package dev.headrace.rest.http;

import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import dev.headrace.event.RunEvent;
import dev.headrace.source.ReadContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Waits, and says for what. */
final class Waits {

    private final ReadContext context;
    private final String resource;

    /** @param resource who waits; null for requests that serve several */
    Waits(ReadContext context, @Nullable String resource) {
        this.context = context;
        this.resource = resource == null ? "" : resource;
    }

    /** Tells the reason and waits. */
    void tellAndSleep(Duration length, String reason) {
        if (length.toMillis() > 0) {
            Instant until = context.clock().instant().plus(length);
            context.listener().on(new RunEvent.Waiting(resource, reason, until));
        }
        sleep(length);
    }

    /** Waits without a word. */
    void sleep(Duration length) {
        if (context.stopRequested()) {
            throw stopped();
        }
        try {
            context.sleeper().sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
        // A stop may have ended the wait.
        if (context.stopRequested()) {
            throw stopped();
        }
    }

    static InterruptedRunException stopped() {
        return new InterruptedRunException(
                Phase.EXTRACT, "Stopped as asked; what was not loaded before is not loaded. Run it again.");
    }
}
