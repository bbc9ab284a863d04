package dev.headrace.engine.loadpackage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Steps on the file system that survive a loss of power once they have returned. */
final class Disk {

    private static final int READ_AT_ONCE = 256 * 1024;

    private Disk() {}

    /** Renames in one step; the target must not exist. */
    static void move(Path from, Path to) throws IOException {
        Path source = folderOf(from);
        Path target = folderOf(to);
        Files.createDirectories(target);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(target);
        if (!source.equals(target)) {
            syncFolder(source);
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), file::toString);
    }

    /** The text of a file; bytes that are no UTF-8 are replaced. */
    static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }

    static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Makes names in a folder durable. Windows can neither open folders nor needs it. */
    static void syncFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The same in place of a file that may be there: whatever happens, one of the two is there as a whole. */
    static void replace(Path file, Path temporary, String text) throws IOException {
        Files.deleteIfExists(temporary);
        write(temporary, text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folderOf(file));
    }

    /** CRC-32C of a file's bytes. */
    static long checksum(Path file) throws IOException {
        return checksum(file, Long.MAX_VALUE);
    }

    /** CRC-32C of the first bytes of a file. */
    static long checksum(Path file, long length) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(READ_AT_ONCE);
        long left = length;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (left > 0 && channel.read(buffer.limit((int) Math.min(left, READ_AT_ONCE))) >= 0) {
                left -= buffer.flip().remaining();
                checksum.update(buffer);
                buffer.clear();
            }
        }
        return checksum.getValue();
    }

    /** What lies directly in a folder, by name; nothing when there is no folder. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        }
    }

    /** Deletes a folder with everything in it. */
    static void deleteFolder(Path folder) throws IOException {
        List<Path> content;
        try (Stream<Path> tree = Files.walk(folder)) {
            content = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : content) {
            Files.deleteIfExists(path);
        }
    }
}
