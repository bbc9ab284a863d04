package dev.headrace.engine;

import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import dev.headrace.engine.loadpackage.Uninterrupted;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Phaser;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does work in the order in which it was given, beside the thread that gives it. At most
 * {@value #WAITING} pieces wait; whoever brings one more waits too. What fails is told to the giver at the next call, and
 * nothing is done after it. Given work by one thread.
 */
final class Background implements AutoCloseable {

    private static final int WAITING = 1;
    private static final Runnable END = () -> {};

    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING);
    /** One party for each piece that is not done, and one for the giver. */
    private final Phaser unfinished = new Phaser(1);

    private volatile @Nullable Throwable failure;
    private @Nullable Thread thread;

    /** Does {@code work} some time, after all that was given before. */
    void give(Runnable work) {
        throwFailure();
        if (thread == null) {
            thread = new Thread(this::run, "headrace-normaliser");
            thread.setDaemon(true);
            thread.start();
        }
        unfinished.register();
        put(work);
    }

    /** Returns when everything given has been done. */
    void await() {
        unfinished.arriveAndAwaitAdvance();
        throwFailure();
    }

    /** Waits for what is being done, interrupted or not; drops the rest. */
    @Override
    public void close() {
        if (thread != null) {
            failure = failure == null ? new IllegalStateException("closed") : failure;
            Uninterrupted.await(() -> queue.put(END));
            unfinished.arriveAndAwaitAdvance();
        }
    }

    private void run() {
        try {
            for (Runnable work = queue.take(); work != END; work = queue.take()) {
                attempt(work);
                unfinished.arriveAndDeregister();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that; the thread just ends
        }
    }

    private void attempt(Runnable work) {
        if (failure != null) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void throwFailure() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void put(Runnable work) {
        try {
            queue.put(work);
        } catch (InterruptedException e) {
            unfinished.arriveAndDeregister();
            Thread.currentThread().interrupt();
            throw new InterruptedRunException(Phase.EXTRACT, "The run was interrupted while it was reading.");
        }
    }
}
