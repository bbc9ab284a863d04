package dev.headrace.postgres;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of passwords as libpq has it (manual section 34.16): lines of {@code host:port:database:user:password}, the first
 * that fits counts, {@code *} fits everything, a backslash takes the meaning from a colon or a backslash.
 */
record PasswordFile(Path path) {

    private static final int FIELDS = 5;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /**
     * The password for a connection; empty if there is none, or no file.
     *
     * @throws ConfigException when there is one but others may read it
     */
    Optional<Secret> find(PostgresSettings settings) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            List<String> wanted =
                    List.of(settings.host(), Integer.toString(settings.port()), settings.database(), settings.user());
            Optional<Secret> found = Files.readAllLines(path).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(PasswordFile::fields)
                    .filter(fields -> fields.size() == FIELDS && fits(fields, wanted))
                    .findFirst()
                    .map(fields -> Secret.of(fields.get(FIELDS - 1)));
            if (found.isPresent()) {
                requirePrivate();
            }
            return found;
        } catch (IOException e) {
            throw new ConfigException("Cannot read the passwords in " + path + ": " + e, e);
        }
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':' && fields.size() < FIELDS - 1) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private void requirePrivate() throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        if (Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
            throw new ConfigException("Cannot take the password from " + path
                    + ": others may read it. Allow it to its owner only: chmod 600 " + path);
        }
    }
}
