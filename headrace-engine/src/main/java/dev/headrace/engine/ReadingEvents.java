package dev.headrace.engine;

import dev.headrace.HeadraceException;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import org.jspecify.annotations.Nullable;

/**
 * What a reader tells: passed on, and heard by the checkpoints of whatever extraction is under way. While the reader waits
 * for an answer without a word, another thread lets them look.
 */
final class ReadingEvents implements RunListener {

    private final RunListener listener;
    private final Thread reading = Thread.currentThread();
    private @Nullable Checkpoints checkpoints;
    /** Guarded by this, as is while it is true all that checkpoints look at. */
    private boolean waits;

    private @Nullable RuntimeException fault;

    /** Made on the thread that reads. */
    ReadingEvents(RunListener listener) {
        this.listener = listener;
    }

    /** @param current null: nobody but the listener */
    void heardBy(@Nullable Checkpoints current) {
        checkpoints = current;
    }

    @Override
    public void on(RunEvent event) {
        listener.on(event);
        Checkpoints current = checkpoints;
        if (Thread.currentThread() == reading && current != null) {
            silently(() -> current.hear(event));
        }
    }

    /** Of the thread that reads; of others it is no matter. */
    void waitBegins() {
        if (Thread.currentThread() == reading) {
            setWaiting(true);
        }
    }

    void waitEnds() {
        if (Thread.currentThread() == reading) {
            setWaiting(false);
            if (fault != null) {
                throw fault;
            }
        }
    }

    /** Of the thread that reads. */
    void cameAhead() {
        Checkpoints current = checkpoints;
        if (current != null) {
            current.cameAhead();
        }
    }

    private synchronized void setWaiting(boolean now) {
        waits = now;
    }

    /** Called now and then by another thread. */
    synchronized void look() {
        Checkpoints current = checkpoints;
        if (!waits || current == null || fault != null) {
            return;
        }
        try {
            silently(current::waiting);
        } catch (RuntimeException e) { // not lost: it belongs to the thread that reads
            fault = e;
        }
    }

    /** The reader is in the middle of something; whoever writes next is told the same. */
    private static void silently(Runnable work) {
        try {
            work.run();
        } catch (HeadraceException e) {
            return;
        }
    }
}
