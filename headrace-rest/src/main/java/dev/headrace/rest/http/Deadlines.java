package dev.headrace.rest.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Breaks exchanges off that take too long. Has no thread before the first deadline. Safe for any number of threads. */
final class Deadlines implements AutoCloseable {

    /** Of an exchange that has none. */
    static final Deadline NONE = () -> {};

    /** From here on it does not matter whether it is a round later. */
    private static final Duration FAR = Duration.ofMinutes(10);

    private static final long ROUND_SECONDS = 15;

    private final Map<ApacheRequest, Long> far = new ConcurrentHashMap<>();
    private @Nullable ScheduledThreadPoolExecutor timer;
    private boolean goingRound;

    /** When an exchange is broken off. */
    @FunctionalInterface
    interface Deadline {
        /** The exchange has ended. */
        void drop();
    }

    /** Cancels the request after that time, unless the deadline is dropped before. */
    Deadline set(Duration after, ApacheRequest request) {
        if (after.compareTo(FAR) < 0) {
            Future<?> cancellation = timer().schedule(request::cancel, after.toMillis(), TimeUnit.MILLISECONDS);
            return () -> cancellation.cancel(false);
        }
        // A timer that is set and stopped for every request would wake its thread each time.
        goRound();
        far.put(request, System.nanoTime() + after.toNanos());
        return () -> far.remove(request);
    }

    private synchronized void goRound() {
        if (!goingRound) {
            goingRound = true;
            timer().scheduleWithFixedDelay(this::cancelOverdue, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void cancelOverdue() {
        long now = System.nanoTime();
        far.forEach((request, end) -> {
            if (now - end > 0) {
                request.cancel();
            }
        });
    }

    private synchronized ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor running = timer;
        if (running == null) {
            running = new ScheduledThreadPoolExecutor(1, Deadlines::daemon);
            running.setRemoveOnCancelPolicy(true);
            timer = running;
        }
        return running;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "headrace-deadlines");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
