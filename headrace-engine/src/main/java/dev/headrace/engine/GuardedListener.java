package dev.headrace.engine;

import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes events on to a listener that cannot break the run. */
record GuardedListener(RunListener listener) implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    @Override
    public void on(RunEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.debug("A listener failed on {}", event, e);
        }
    }
}
