package dev.headrace.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Copies of pages, in arrays that are used again: new ones for every page would have to be fetched from main memory, and
 * cost several times as much. At most {@value #MOST_BYTES} bytes are kept. Safe for several threads.
 */
final class PageCopies {

    private static final int MOST_BYTES = 16 << 20;

    private final Deque<byte[]> free = new ArrayDeque<>();
    private long freeBytes;

    /** An array that begins with the page; to be {@linkplain #giveBack given back}. */
    byte[] of(byte[] page, int length) {
        byte[] known = take();
        byte[] copy = known != null && known.length >= length ? known : new byte[length + length / 8];
        System.arraycopy(page, 0, copy, 0, length);
        return copy;
    }

    /** The one that was used last, because the processor is most likely to have it at hand. */
    private synchronized byte @Nullable [] take() {
        byte[] last = free.pollLast();
        freeBytes -= last == null ? 0 : last.length;
        return last;
    }

    /** Lets the array be used for another page. */
    synchronized void giveBack(byte[] copy) {
        if (freeBytes + copy.length <= MOST_BYTES) {
            free.addLast(copy);
            freeBytes += copy.length;
        }
    }
}
