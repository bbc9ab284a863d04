package dev.headrace.engine;

import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import dev.headrace.engine.loadpackage.Uninterrupted;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does work in the order in which it was given, beside the thread that gives it. Pieces that hold
 * {@value #MOST_BYTES} bytes together may be under way, or two larger ones; whoever brings more waits. So neither thread stands
 * still because the other is slow for a moment. What fails is told to the giver at the next call, and nothing is done after it.
 * Given work by one thread.
 */
final class Background implements AutoCloseable {

    private static final int MOST_BYTES = 5 << 20;

    /** What a piece takes besides its bytes, roughly, so that small ones count too. */
    private static final int OVERHEAD = 256;

    /** One that is being done, and one that is done next. */
    private static final int ALWAYS_ALLOWED = 2;

    private final Object lock = new Object();
    private final Queue<Piece> waiting = new ArrayDeque<>();
    private long bytesUnderWay;
    private int underWay;
    private boolean closed;

    private volatile @Nullable Throwable failure;
    private @Nullable Thread thread;

    private record Piece(int bytes, Runnable work) {}

    /**
     * Does {@code work} some time, after all that was given before.
     *
     * @param bytes how many it holds on to until it is done
     */
    void give(int bytes, Runnable work) {
        throwFailure();
        if (thread == null) {
            thread = new Thread(this::run, "headrace-normaliser");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            put(new Piece(bytes + OVERHEAD, work));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException(Phase.EXTRACT, "The run was interrupted while it was reading.");
        }
    }

    /** Returns when everything given has been done; fails as the first of it has failed. */
    void await() {
        settle();
        throwFailure();
    }

    /** Returns when everything given has been done, or given up after a failure. */
    void settle() {
        Uninterrupted.await(this::awaitAll);
    }

    /** Waits for what is being done, interrupted or not; drops the rest. */
    @Override
    public void close() {
        if (thread != null) {
            failure = failure == null ? new IllegalStateException("closed") : failure;
            synchronized (lock) {
                closed = true;
                lock.notifyAll();
            }
            Uninterrupted.await(this::awaitAll);
        }
    }

    private void run() {
        try {
            for (Piece piece = take(); piece != null; piece = take()) {
                attempt(piece.work());
                done(piece);
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

    /** Fails as the first piece has failed, if one has. */
    void throwFailure() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void put(Piece piece) throws InterruptedException {
        synchronized (lock) {
            while (underWay >= ALWAYS_ALLOWED && bytesUnderWay + piece.bytes() > MOST_BYTES) {
                lock.wait();
            }
            waiting.add(piece);
            underWay++;
            bytesUnderWay += piece.bytes();
            lock.notifyAll();
        }
    }

    /** The next piece; null when there will be none. */
    private @Nullable Piece take() throws InterruptedException {
        synchronized (lock) {
            while (waiting.isEmpty() && !closed) {
                lock.wait();
            }
            return waiting.poll();
        }
    }

    private void done(Piece piece) {
        synchronized (lock) {
            underWay--;
            bytesUnderWay -= piece.bytes();
            lock.notifyAll();
        }
    }

    private void awaitAll() throws InterruptedException {
        synchronized (lock) {
            while (underWay > 0) {
                lock.wait();
            }
        }
    }
}
