package dev.headrace.rest.limit;

/**
 * The times of the last requests under one limit, so that no span of that length ever holds more of them than allowed, both
 * of its ends included. Guarded by whoever owns it.
 */
final class SlidingWindow {

    private final RateLimit limit;
    private final long length;

    /** Times in milliseconds, a ring; {@code next} is the place of the oldest one once it is full. */
    private long[] times = new long[16];

    private int next;
    private int count;

    SlidingWindow(RateLimit limit) {
        this.limit = limit;
        this.length = limit.per().toMillis();
    }

    RateLimit limit() {
        return limit;
    }

    /** How many milliseconds after {@code now} another request may be sent; 0 for at once. */
    long waitAt(long now) {
        return count < limit.requests() ? 0 : Math.max(0, times[next] + length + 1 - now);
    }

    /** Remembers a request; times never go back. */
    void add(long now) {
        if (count < limit.requests()) {
            ensureRoom();
            times[count++] = now;
            next = count == limit.requests() ? 0 : next;
            return;
        }
        times[next] = now;
        next = (next + 1) % limit.requests();
    }

    private void ensureRoom() {
        if (count == times.length) {
            times = java.util.Arrays.copyOf(times, (int) Math.min(limit.requests(), count * 2L));
        }
    }
}
