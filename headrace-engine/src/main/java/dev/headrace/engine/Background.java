package dev.headrace.engine;

import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does work in the order in which it was given, beside the thread that gives it. Pieces that hold at most
 * {@value #MOST_BYTES} bytes together are done or wait; whoever brings more waits too. So neither thread stands still because
 * the other is slow for a moment. What fails is told to the giver at the next call, and nothing is done after it. Given work by
 * one thread.
 */
final class Background implements AutoCloseable {

    private static final int MOST_BYTES = 5 << 20;
    private static final Piece END = new Piece(0, () -> {});

    private final BlockingQueue<Piece> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_BYTES);
    /** One party for each piece that is not done, and one for the giver. */
    private final Phaser unfinished = new Phaser(1);

    private volatile @Nullable Throwable failure;
    private @Nullable Thread thread;

    /** @param room as many permits as it takes */
    private record Piece(int room, Runnable work) {}

    /**
     * Does {@code work} some time, after all that was given before.
     *
     * @param bytes how many it holds on to until it is done; there is always room for one piece that waits
     */
    void give(int bytes, Runnable work) {
        throwFailure();
        if (thread == null) {
            thread = new Thread(this::run, "headrace-normaliser");
            thread.setDaemon(true);
            thread.start();
        }
        unfinished.register();
        put(new Piece(Math.min(bytes, MOST_BYTES / 2), work));
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
            queue.add(END);
            unfinished.arriveAndAwaitAdvance();
        }
    }

    private void run() {
        try {
            for (Piece piece = queue.take(); piece != END; piece = queue.take()) {
                attempt(piece.work());
                room.release(piece.room());
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

    private void put(Piece piece) {
        try {
            room.acquire(piece.room());
            queue.add(piece);
        } catch (InterruptedException e) {
            unfinished.arriveAndDeregister();
            Thread.currentThread().interrupt();
            throw new InterruptedRunException(Phase.EXTRACT, "The run was interrupted while it was reading.");
        }
    }
}
