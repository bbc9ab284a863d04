package dev.headrace.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks, from a thread of its own, whether a reader waits. */
final class IdleWatch {

    /** Half of what a checkpoint may be old, so that one that is due is never made a whole interval late. */
    private static final long LOOK_MILLIS = 500;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(IdleWatch::daemon);

    IdleWatch(ReadingEvents events) {
        timer.scheduleWithFixedDelay(events::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "headrace-idle-watch");
        thread.setDaemon(true);
        return thread;
    }

    void end() {
        timer.shutdown();
    }
}
