package dev.headrace.event;

/** Hears events of a run, on the threads of the run. Must not block for long; what it throws is ignored. */
@FunctionalInterface
public interface RunListener {

    void on(RunEvent event);

    /** Hears nothing. */
    static RunListener none() {
        return event -> {};
    }

    /** Both hear every event, this one first. */
    default RunListener and(RunListener other) {
        return event -> {
            on(event);
            other.on(event);
        };
    }
}
