package dev.headrace.cli;

import dev.headrace.Sleeper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: the run is asked to stop after the current page and gets a moment to do so; a second one ends it at
 * once. The JVM turns the first into a shutdown, which waits for its hooks; the hook therefore waits for the run.
 */
final class StopRequest {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopRequest() {}

    static StopRequest onShutdown() {
        StopRequest stop = new StopRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::requestAndWait, "stop-request"));
        return stop;
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Really waits, but no longer than until the run is asked to stop. */
    Sleeper sleeper() {
        return duration -> {
            if (requested.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                return; // whoever waits asks isRequested next
            }
        };
    }

    /** Ends the process with the exit code of the run; a shutdown that is under way already takes it over. */
    void end(int exitCode) {
        if (isRequested()) {
            // While the hook still waits: once it returns, the JVM ends with the code of the signal.
            Runtime.getRuntime().halt(exitCode);
        }
        ended.countDown();
        System.exit(exitCode);
    }

    private void requestAndWait() {
        requested.countDown();
        try {
            if (ended.getCount() > 0) {
                NextSignal.endsAtOnce(ExitCode.INTERRUPTED);
                System.err.println(
                        "Stopping when the page that is being read is finished. Again, and it stops at once.");
            }
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "The run did not stop in time; it is ended now. The next one goes on at its last checkpoint."
                                + " A package that was being loaded is there as a whole, or not at all.");
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
