package dev.headrace.engine.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A new file, written from front to end through one buffer, with its checksum. Numbers lie lowest byte first. */
final class FileOutput implements AutoCloseable {

    private static final int CAPACITY = 256 * 1024;

    /** After so many bytes they are brought to the disk, so that little is left to wait for in the end. */
    private static final long BETWEEN_SYNCS = 32 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private long flushed;
    private long synced;

    FileOutput(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** How many bytes have been written. */
    long position() {
        return flushed + buffer.position();
    }

    /** CRC-32C of what has been {@linkplain #sync flushed}. */
    long checksum() {
        return checksum.getValue();
    }

    void bytes(byte[] source, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int step = Math.min(left, room(1));
            buffer.put(source, from, step);
            from += step;
            left -= step;
        }
    }

    void bytes(byte[] source) throws IOException {
        bytes(source, 0, source.length);
    }

    void oneByte(int value) throws IOException {
        room(1);
        buffer.put((byte) value);
    }

    void int32(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void longs(long[] source, int count) throws IOException {
        int from = 0;
        while (from < count) {
            int step = Math.min(count - from, room(Long.BYTES) / Long.BYTES);
            buffer.asLongBuffer().put(source, from, step);
            buffer.position(buffer.position() + step * Long.BYTES);
            from += step;
        }
    }

    /** Variable-length integer: seven bits a byte, lowest first. */
    void varint(int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            oneByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        oneByte(rest);
    }

    private int room(int needed) throws IOException {
        if (buffer.remaining() < needed) {
            flush();
        }
        return buffer.remaining();
    }

    private void flush() throws IOException {
        buffer.flip();
        flushed += buffer.remaining();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
        if (flushed - synced >= BETWEEN_SYNCS) {
            channel.force(false);
            synced = flushed;
        }
    }

    /** Brings everything to the disk. */
    void sync() throws IOException {
        flush();
        channel.force(true);
    }

    /** Closes the file; what has not been flushed is lost. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
