package dev.headrace.rest.flight;

import org.jspecify.annotations.Nullable;

/** A bound on the flights that are under way at a time, perhaps inside a wider one. Guarded by the lock of {@link Flights}. */
public final class Window {

    /** More at a time would be an attack. */
    public static final int MOST = 256;

    private final int limit;
    private final @Nullable Window outer;
    private int used;

    private Window(int limit, @Nullable Window outer) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(limit + " requests at a time; it must be 1 to " + MOST);
        }
        this.limit = limit;
        this.outer = outer;
    }

    /** A bound that stands by itself. */
    public static Window of(int limit) {
        return new Window(limit, null);
    }

    /** A bound for some of the flights that this one bounds. */
    public Window within(int narrower) {
        return new Window(narrower, this);
    }

    public int limit() {
        return limit;
    }

    boolean hasRoom() {
        return used < limit && (outer == null || outer.hasRoom());
    }

    void enter() {
        used++;
        if (outer != null) {
            outer.enter();
        }
    }

    void leave() {
        used--;
        if (outer != null) {
            outer.leave();
        }
    }
}
