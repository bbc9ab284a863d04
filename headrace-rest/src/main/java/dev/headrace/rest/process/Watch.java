package dev.headrace.rest.process;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Does what may never end and cannot be broken off, such as the search for a regular expression, where it can be left alone:
 * on a thread of its own, which does not keep the program from ending.
 */
final class Watch {

    /** As deep as an expression may go. */
    private static final long STACK = 4L << 20;

    private Watch() {}

    /**
     * The result of the work.
     *
     * @throws TimeoutException when there is none in time; the work goes on unseen
     */
    static @Nullable Object result(Callable<@Nullable Object> work, long millis) throws TimeoutException {
        FutureTask<@Nullable Object> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "headrace-expression", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the evaluation was interrupted", e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
