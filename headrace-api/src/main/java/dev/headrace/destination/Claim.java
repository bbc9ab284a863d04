package dev.headrace.destination;

/** Keeps other runs of a pipeline out of a dataset until it is closed, or until the process ends, however it ends. */
public interface Claim extends AutoCloseable {

    /** Lets others in. Never fails. */
    @Override
    void close();

    /** A claim that keeps nobody out. */
    static Claim none() {
        return () -> {};
    }
}
