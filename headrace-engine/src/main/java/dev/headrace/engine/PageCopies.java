package dev.headrace.engine;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Copies of pages, in arrays that are used again: new ones for every page would have to be fetched from main memory, and
 * cost several times as much. Very large ones are not kept. Safe for several threads.
 */
final class PageCopies {

    private static final int KEPT = 3;
    private static final int LARGEST_KEPT = 8 << 20;

    private final Queue<byte[]> free = new ArrayBlockingQueue<>(KEPT);

    /** An array that begins with the page; to be {@linkplain #giveBack given back}. */
    byte[] of(byte[] page, int length) {
        byte[] known = free.poll();
        byte[] copy = known != null && known.length >= length ? known : new byte[length + length / 8];
        System.arraycopy(page, 0, copy, 0, length);
        return copy;
    }

    /** Lets the array be used for another page. */
    void giveBack(byte[] copy) {
        if (copy.length <= LARGEST_KEPT) {
            free.offer(copy);
        }
    }
}
