package dev.headrace.rest.flight;

import org.jspecify.annotations.Nullable;

/**
 * One request on its way. It waits until there is room, is carried by another thread, lands with what it brings or with a
 * failure, and takes memory until it is dismissed. Used by the thread that launched it.
 */
public final class Flight<T extends Cargo> {

    /** Where it is. */
    enum State {
        WAITING,
        UNDER_WAY,
        LANDED,
        /** Nobody needs it; it may still be under way. */
        DISMISSED
    }

    private final Flights flights;
    private final Errand<? extends T> errand;
    private final Window window;
    private volatile boolean awaited;
    private volatile State state = State.WAITING;
    /** The memory that is set aside for it; guarded by the lock of the flights. */
    private long held;

    private @Nullable T cargo;
    private @Nullable Throwable failure;

    /** @param expected bytes that it will probably bring */
    Flight(Flights flights, Window window, long expected, Errand<? extends T> errand) {
        this.flights = flights;
        this.window = window;
        this.errand = errand;
        this.held = expected;
    }

    /** Says that nothing can go on without this one: it goes before all others, however much memory is taken. */
    public void await() {
        if (!awaited) {
            awaited = true;
            flights.somethingChanged();
        }
    }

    public boolean hasLanded() {
        return state == State.LANDED;
    }

    /** What a landed flight has brought; fails as its errand failed. */
    public T cargo() {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (cargo == null) {
            throw new IllegalStateException("not landed yet");
        }
        return cargo;
    }

    /** What a landed flight has brought; null when it has not landed, or failed. */
    public @Nullable T cargoOrNull() {
        return hasLanded() ? cargo : null;
    }

    /** Gives up what it has brought, or will bring. An errand that has begun goes on to its end, without effect. */
    public void dismiss() {
        flights.dismiss(this);
    }

    /** Runs the errand. */
    void fly() {
        try {
            cargo = errand.run(() -> awaited);
        } catch (Throwable e) { // an Error as well: it belongs to the thread that waits for the answer
            failure = e;
        }
    }

    boolean isAwaited() {
        return awaited;
    }

    Window window() {
        return window;
    }

    State state() {
        return state;
    }

    void enter(State next) {
        state = next;
    }

    long held() {
        return held;
    }

    /** What it takes in truth, now that it has landed. */
    void weigh() {
        held = cargo == null ? 0 : cargo.bytes();
    }
}
