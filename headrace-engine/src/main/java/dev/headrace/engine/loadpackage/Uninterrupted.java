package dev.headrace.engine.loadpackage;

/** Waits that must come to their end, because something would be left behind otherwise. */
public final class Uninterrupted {

    private Uninterrupted() {}

    /** A wait that may be begun again when it was interrupted. */
    @FunctionalInterface
    public interface Wait {
        void await() throws InterruptedException;
    }

    /** Waits to the end. An interrupt is kept for whoever looks next. */
    public static void await(Wait wait) {
        boolean interrupted = Thread.interrupted();
        while (true) {
            try {
                wait.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
