package dev.headrace.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and SIGTERM: the run is asked to stop after the current page and gets a moment to do so. The JVM turns both into a
 * shutdown, which waits for its hooks; the hook therefore waits for the run.
 */
final class StopRequest {

    private static final long PATIENCE_SECONDS = 20;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopRequest() {}

    static StopRequest onShutdown() {
        StopRequest stop = new StopRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::requestAndWait, "stop-request"));
        return stop;
    }

    boolean isRequested() {
        return requested.get();
    }

    /** Ends the process with the exit code of the run; a shutdown that is under way already takes it over. */
    void end(int exitCode) {
        if (requested.get()) {
            // While the hook still waits: once it returns, the JVM ends with the code of the signal.
            Runtime.getRuntime().halt(exitCode);
        }
        ended.countDown();
        System.exit(exitCode);
    }

    private void requestAndWait() {
        requested.set(true);
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The run did not stop in time; it is ended now. The destination is as it was.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
