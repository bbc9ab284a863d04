package dev.headrace.rest.flight;

import java.util.function.BooleanSupplier;

/** What a flight does, on a thread of its own. */
@FunctionalInterface
public interface Errand<T> {

    /**
     * Does it and waits for the end.
     *
     * @param awaited whether somebody is waiting for just this one, so that nothing should be done besides
     */
    T run(BooleanSupplier awaited);
}
