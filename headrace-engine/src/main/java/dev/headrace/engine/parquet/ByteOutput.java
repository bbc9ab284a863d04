package dev.headrace.engine.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What is written from front to end through one buffer. Numbers lie lowest byte first. */
abstract class ByteOutput {

    private final ByteBuffer buffer;

    ByteOutput(int capacity) {
        buffer = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Empties the buffer, for which there is more than it can hold. */
    abstract void makeRoom() throws IOException;

    /** What has been written and not been taken away. */
    final ByteBuffer buffer() {
        return buffer;
    }

    final void bytes(byte[] source, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int step = Math.min(left, room(1));
            buffer.put(source, from, step);
            from += step;
            left -= step;
        }
    }

    final void bytes(byte[] source) throws IOException {
        bytes(source, 0, source.length);
    }

    /** Writes what remains in {@code source}. */
    final void bytes(ByteBuffer source) throws IOException {
        int end = source.limit();
        while (source.position() < end) {
            source.limit(Math.min(end, source.position() + room(1)));
            buffer.put(source);
            source.limit(end);
        }
    }

    final void oneByte(int value) throws IOException {
        room(1);
        buffer.put((byte) value);
    }

    final void int32(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    final void longs(long[] source, int count) throws IOException {
        int from = 0;
        while (from < count) {
            int step = Math.min(count - from, room(Long.BYTES) / Long.BYTES);
            buffer.asLongBuffer().put(source, from, step);
            buffer.position(buffer.position() + step * Long.BYTES);
            from += step;
        }
    }

    /** Variable-length integer: seven bits a byte, lowest first. */
    final void varint(int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            oneByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        oneByte(rest);
    }

    private int room(int needed) throws IOException {
        if (buffer.remaining() < needed) {
            makeRoom();
        }
        return buffer.remaining();
    }
}
