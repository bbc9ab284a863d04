package dev.headrace.rest.oauth;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder whose files only their owner can read, and which version control leaves alone. */
record PrivateFolder(Path path) {

    private static final String OWN_FOLDER = "rwx------";
    private static final String OWN_FILE = "rw-------";

    void create() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(path, only(OWN_FOLDER));
            Files.writeString(path.resolve(".gitignore"), "*\n");
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    /** Begins a file that takes the place of another when it is complete. */
    NewFile begin(Path target) throws IOException {
        return new NewFile(Files.createTempFile(path, "new-", ".tmp", only(OWN_FILE)), target);
    }

    /** The rights, where the file system has any. */
    private static FileAttribute<?>[] only(String rights) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
