package dev.headrace.rest.flight;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Which flight is the next to begin, and how much memory is set aside. Guarded by the lock of {@link Flights}. */
final class Runway {

    private final long mostBytes;
    private final Deque<Flight<?>> waiting = new ArrayDeque<>();
    private long bytes;

    /** @param mostBytes nothing begins beyond it, except what is awaited */
    Runway(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    int waiting() {
        return waiting.size();
    }

    void add(Flight<?> flight) {
        waiting.addLast(flight);
    }

    void clear() {
        waiting.clear();
    }

    /** The flight that begins now; null when none may. */
    @Nullable
    Flight<?> begin() {
        Flight<?> due = due();
        if (due != null) {
            waiting.remove(due);
            due.enter(Flight.State.UNDER_WAY);
            due.window().enter();
            bytes += due.held();
        }
        return due;
    }

    void end(Flight<?> flight) {
        flight.window().leave();
        bytes -= flight.held();
        if (flight.state() != Flight.State.DISMISSED) {
            flight.weigh();
            bytes += flight.held();
            flight.enter(Flight.State.LANDED);
        }
    }

    void dismiss(Flight<?> flight) {
        if (flight.state() == Flight.State.WAITING) {
            waiting.remove(flight);
        } else if (flight.state() == Flight.State.LANDED) {
            bytes -= flight.held();
        }
        flight.enter(Flight.State.DISMISSED);
    }

    private @Nullable Flight<?> due() {
        Flight<?> first = null;
        for (Flight<?> flight : waiting) {
            if (flight.window().hasRoom()) {
                if (flight.isAwaited()) {
                    return flight;
                }
                first = first == null && fits(flight) ? flight : first;
            }
        }
        return first;
    }

    private boolean fits(Flight<?> flight) {
        return bytes == 0 || bytes + flight.held() <= mostBytes;
    }
}
