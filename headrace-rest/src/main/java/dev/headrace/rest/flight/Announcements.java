package dev.headrace.rest.flight;

import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hands what flights tell to the listener of the run, on the thread of the run: listeners expect only one. */
final class Announcements implements RunListener {

    /** Waits that end so shortly one after another are one. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private final RunListener listener;
    private final Runnable bell;
    private final Queue<RunEvent> told = new ConcurrentLinkedQueue<>();
    /** Until when the run is known to wait, by whom and for what; used by the thread of the run. */
    private final Map<List<String>, Instant> waits = new HashMap<>();

    /** @param bell wakes the thread of the run */
    Announcements(RunListener listener, Runnable bell) {
        this.listener = listener;
        this.bell = bell;
    }

    @Override
    public void on(RunEvent event) {
        told.add(event);
        bell.run();
    }

    /** Called by the thread of the run. */
    void handOver() {
        for (RunEvent event = told.poll(); event != null; event = told.poll()) {
            if (!(event instanceof RunEvent.Waiting wait) || isNew(wait)) {
                listener.on(event);
            }
        }
    }

    /** Flights that wait for the same thing at the same time say so once. */
    private boolean isNew(RunEvent.Waiting wait) {
        List<String> what = List.of(wait.resource(), wait.reason());
        Instant known = waits.get(what);
        boolean isNew = known == null || wait.until().isAfter(known.plus(SAME));
        if (isNew) {
            waits.put(what, wait.until());
        }
        return isNew;
    }
}
