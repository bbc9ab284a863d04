package dev.headrace.engine.loadpackage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a pipeline's folder for one run. The operating system lets go of it when the process ends, however it ends; the
 * file, which names the process, stays.
 */
final class FolderLock implements AutoCloseable {

    /**
     * The folders of this process. Asking the system is not enough: closing any channel of a file gives up all locks that
     * the process has on it, those of another run included.
     */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * @param turn asked while another run has the folder
     * @throws dev.headrace.DataException when another run has it and the turn does not come
     */
    static FolderLock take(PackageLayout layout, Turn turn) throws IOException {
        Path folder = Files.createDirectories(layout.root()).toRealPath();
        while (true) {
            try {
                return take(layout, folder);
            } catch (InUseException e) {
                DataException problem = Failures.inUse(layout.root(), String.valueOf(e.getMessage()));
                if (!turn.comes(problem.message())) {
                    throw problem;
                }
            }
        }
    }

    /** Says who has the folder. */
    private static final class InUseException extends Exception {

        private static final long serialVersionUID = 1L;

        InUseException(String holder) {
            super(holder);
        }
    }

    private static FolderLock take(PackageLayout layout, Path folder) throws IOException, InUseException {
        if (!TAKEN.add(folder)) {
            throw new InUseException("another run in this process");
        }
        boolean taken = false;
        try {
            FolderLock lock = new FolderLock(folder, lockedChannel(layout));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                TAKEN.remove(folder);
            }
        }
    }

    private static FileChannel lockedChannel(PackageLayout layout) throws IOException, InUseException {
        FileChannel channel = FileChannel.open(
                layout.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            String holder = holder(channel);
            channel.close();
            throw new InUseException(holder);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
        return channel;
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        String pid = UTF_8.decode(content.flip()).toString().strip();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            TAKEN.remove(folder);
        }
    }
}
