package dev.headrace.engine;

import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import org.slf4j.LoggerFactory;

/** Passes events on to a listener that cannot break the run. */
record GuardedListener(RunListener listener) implements RunListener {

    @Override
    public void on(RunEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            // Not a field: finding the logger costs time at every start, and this hardly ever happens.
            LoggerFactory.getLogger(GuardedListener.class).debug("A listener failed on {}", event, e);
        }
    }
}
