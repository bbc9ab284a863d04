package dev.headrace.rest.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Breaks exchanges off that take too long. Has no thread before the first deadline. Safe for any number of threads. */
final class Deadlines implements AutoCloseable {

    private @Nullable ScheduledThreadPoolExecutor timer;

    /** Cancels the request after that time, unless the result is cancelled before. */
    synchronized Future<?> set(Duration after, ApacheRequest request) {
        ScheduledThreadPoolExecutor running = timer;
        if (running == null) {
            running = new ScheduledThreadPoolExecutor(1, Deadlines::daemon);
            running.setRemoveOnCancelPolicy(true);
            timer = running;
        }
        return running.schedule(request::cancel, after.toMillis(), TimeUnit.MILLISECONDS);
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
