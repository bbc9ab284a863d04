package dev.headrace.rest.flight;

import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hands what flights tell to the listener of the run, on the thread of the run: listeners expect only one. */
final class Announcements implements RunListener {

    private final RunListener listener;
    private final Runnable bell;
    private final Queue<RunEvent> told = new ConcurrentLinkedQueue<>();

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
            listener.on(event);
        }
    }
}
