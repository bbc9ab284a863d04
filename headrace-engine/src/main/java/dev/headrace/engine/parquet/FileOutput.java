package dev.headrace.engine.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A new file with its checksum. */
final class FileOutput extends ByteOutput implements AutoCloseable {

    private static final int CAPACITY = 256 * 1024;

    /** After so many bytes they are brought to the disk, so that little is left to wait for in the end. */
    private static final long BETWEEN_SYNCS = 32 << 20;

    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private long flushed;
    private long synced;

    FileOutput(Path file) throws IOException {
        super(CAPACITY);
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** How many bytes have been written. */
    long position() {
        return flushed + buffer().position();
    }

    /** CRC-32C of what has been {@linkplain #sync flushed}. */
    long checksum() {
        return checksum.getValue();
    }

    @Override
    void makeRoom() throws IOException {
        flush();
    }

    private void flush() throws IOException {
        ByteBuffer buffer = buffer();
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
