package dev.headrace.engine.loadpackage;

import dev.headrace.engine.document.PlainValues;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file beside a failed package that says when and why it failed. */
final class FailureNote {

    private static final String FILE = "failure.json";

    private FailureNote() {}

    /** Durable when it returns. One of an earlier attempt is replaced. */
    static void write(Path packageFolder, Instant at, String reason) throws IOException {
        Map<String, @Nullable Object> note = new LinkedHashMap<>();
        note.put("failed_at", at.toString());
        note.put("reason", reason);
        Files.deleteIfExists(file(packageFolder));
        Disk.write(file(packageFolder), JsonText.write(note) + '\n');
    }

    static void delete(Path packageFolder) throws IOException {
        Files.deleteIfExists(file(packageFolder));
    }

    /** What is known of a failed package, also when its note is gone or damaged. */
    static FailedPackage read(Path packageFolder) throws IOException {
        try {
            Map<String, @Nullable Object> note = PlainValues.object(
                            JsonTree.parse(Disk.read(file(packageFolder))).toJava())
                    .orElse(Map.of());
            return new FailedPackage(
                    PackageLayout.idOf(packageFolder),
                    Instant.parse(PlainValues.text(note.get("failed_at")).orElse("")),
                    PlainValues.text(note.get("reason")).orElse(""));
        } catch (NoSuchFileException | JsonSyntaxException | DateTimeException e) {
            Instant at = Files.getLastModifiedTime(packageFolder).toInstant();
            return new FailedPackage(
                    PackageLayout.idOf(packageFolder), at, "Its file " + FILE + ", which says why, cannot be read.");
        }
    }

    private static Path file(Path packageFolder) {
        return packageFolder.resolve(FILE);
    }
}
