package dev.headrace.rest.http;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The buffers of a client: one that requests use which come one after another, and as many others as there are requests
 * at the same time. Safe for any number of threads, except for what is said of {@link #shared}.
 */
final class BodyBuffers {

    private final long limit;
    private final BodyBuffer shared;
    private final Deque<BodyBuffer> idle = new ArrayDeque<>();

    /** @param limit the largest body allowed, in bytes */
    BodyBuffers(long limit) {
        this.limit = limit;
        this.shared = new BodyBuffer(limit);
    }

    /** The buffer of whoever sends one request at a time; used by one thread. */
    BodyBuffer shared() {
        return shared;
    }

    /** A buffer that nobody else has until it is given back. */
    synchronized BodyBuffer borrow() {
        BodyBuffer last = idle.pollLast();
        return last == null ? new BodyBuffer(limit) : last;
    }

    synchronized void giveBack(BodyBuffer buffer) {
        idle.addLast(buffer);
    }
}
