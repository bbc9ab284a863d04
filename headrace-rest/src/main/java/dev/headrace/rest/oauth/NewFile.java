package dev.headrace.rest.oauth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that takes the place of another at once and for good, or not at all. */
final class NewFile implements AutoCloseable {

    /** More than a token takes; on a full disk this fails before a token is spent. */
    private static final int RESERVED = 8192;

    private final Path temporary;
    private final Path target;

    NewFile(Path temporary, Path target) throws IOException {
        this.temporary = temporary;
        this.target = target;
        write(new byte[RESERVED]);
    }

    /** Replaces the target; both content and name are on the disk when this returns. */
    void complete(byte[] content) throws IOException {
        write(content);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private void write(byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.truncate(content.length);
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
