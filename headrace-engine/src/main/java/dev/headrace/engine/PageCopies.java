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
        byte[] known = take(length);
        byte[] copy = known == null ? new byte[length + length / 8] : known;
        System.arraycopy(page, 0, copy, 0, length);
        return copy;
    }

    /**
     * The one that was used last, because the processor is most likely to have it at hand. Where that is too small the others
     * are hardly larger, and all are let go.
     */
    private synchronized byte @Nullable [] take(int length) {
        byte[] last = free.pollLast();
        if (last == null) {
            return null;
        }
        freeBytes -= last.length;
        if (last.length >= length) {
            return last;
        }
        free.clear();
        freeBytes = 0;
        return null;
    }

    /** Lets the array be used for another page. */
    synchronized void giveBack(byte[] copy) {
        if (freeBytes + copy.length <= MOST_BYTES) {
            free.addLast(copy);
            freeBytes += copy.length;
        }
    }
}
