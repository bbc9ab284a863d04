package dev.headrace.testkit.api;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The requests that are being worked on at the same time. Safe for any number of threads. */
final class Crowd {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final int UNDECIDED = Integer.MAX_VALUE;

    private final Set<Guest> present = new HashSet<>();
    /** Without those that have met enough others, and are only about to leave. */
    private final Set<Guest> meeting = new HashSet<>();

    private int most;

    /** One of them. */
    static final class Guest {
        /** The largest number that were there at the same time since it came. */
        private int seen;

        private int needed = UNDECIDED;

        private boolean isUndecided() {
            return needed == UNDECIDED;
        }

        private boolean hasMetEnough() {
            return seen >= needed;
        }
    }

    synchronized Guest enter() {
        Guest guest = new Guest();
        present.add(guest);
        most = Math.max(most, present.size());
        meet(guest);
        notifyAll();
        return guest;
    }

    private void meet(Guest guest) {
        meeting.add(guest);
        meeting.forEach(other -> other.seen = Math.max(other.seen, meeting.size()));
        if (meeting.removeIf(Guest::hasMetEnough)) {
            // Those that do not know yet how many they need have met as many, and do not count again for those who come
            // meanwhile.
            meeting.removeIf(Guest::isUndecided);
        }
    }

    synchronized void leave(Guest guest) {
        present.remove(guest);
        meeting.remove(guest);
    }

    synchronized int most() {
        return most;
    }

    /** Waits until so many have been there at the same time since the guest came. */
    synchronized void awaitOthers(Guest guest, int needed) throws IOException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        try {
            guest.needed = needed;
            if (!guest.hasMetEnough() && !meeting.contains(guest)) {
                meet(guest);
                notifyAll();
            }
            while (!guest.hasMetEnough()) {
                long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (millis <= 0) {
                    throw new IOException(needed + " requests at a time were awaited in vain");
                }
                wait(millis);
            }
            meeting.remove(guest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
