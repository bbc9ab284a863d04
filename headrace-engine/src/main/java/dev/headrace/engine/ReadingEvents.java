package dev.headrace.engine;

import dev.headrace.HeadraceException;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import org.jspecify.annotations.Nullable;

/** What a reader tells: passed on, and heard by the checkpoints of whatever extraction is under way. */
final class ReadingEvents implements RunListener {

    private final RunListener listener;
    private final Thread reading = Thread.currentThread();
    private @Nullable Checkpoints checkpoints;

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
        if (Thread.currentThread() == reading && checkpoints != null) {
            try {
                checkpoints.hear(event);
            } catch (HeadraceException e) {
                // The reader is in the middle of something; whoever writes next is told the same.
                return;
            }
        }
    }
}
