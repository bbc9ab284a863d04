package dev.headrace.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** An array that grows to the largest body seen and is filled again and again. Used by one exchange at a time. */
public final class BodyBuffer {

    private static final int FIRST_SIZE = 64 * 1024;
    private static final int LARGE = 1024 * 1024;

    private final long limit;
    private byte[] bytes = new byte[0];
    private int length;

    /** A buffer for bodies of at most {@link Limits#USUAL_RESPONSE_SIZE}. */
    public BodyBuffer() {
        this(Limits.USUAL_RESPONSE_SIZE);
    }

    /** @param limit the largest body allowed, in bytes */
    public BodyBuffer(long limit) {
        this.limit = limit;
    }

    /** The largest body allowed, in bytes. */
    long limit() {
        return limit;
    }

    /** The bytes of the body and, behind {@link #length}, of older ones. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /**
     * The body in an array that is not filled again: a copy, or the buffer's own array where a copy would cost more than
     * a new one; the buffer is empty then.
     */
    byte[] detach() {
        if (length < LARGE) {
            return Arrays.copyOf(bytes, length);
        }
        byte[] own = bytes;
        bytes = new byte[0];
        length = 0;
        return own;
    }

    void clear() {
        length = 0;
    }

    /**
     * Replaces the content by all that the stream gives.
     *
     * @param expected how much that will be; negative when it is not known
     */
    void fill(InputStream stream, long expected) throws IOException {
        length = 0;
        ensure(expected < 0 ? FIRST_SIZE : expected);
        while (true) {
            if (length == bytes.length) {
                int next = stream.read();
                if (next < 0) {
                    return;
                }
                ensure(Math.max(FIRST_SIZE, length * 2L));
                bytes[length++] = (byte) next;
            }
            int read = stream.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return;
            }
            length += read;
        }
    }

    private void ensure(long size) {
        if (length >= limit || (size > limit && length == 0)) {
            throw AnswerTooLargeException.beyond(limit);
        }
        if (size > bytes.length) {
            grow((int) Math.min(size, limit));
        }
    }

    private void grow(int size) {
        try {
            bytes = Arrays.copyOf(bytes, size);
        } catch (OutOfMemoryError e) {
            // Only this one array is too large: all that was there before is whole, and there is room to say so.
            bytes = new byte[0];
            throw AnswerTooLargeException.outOfMemory(length);
        }
    }
}
