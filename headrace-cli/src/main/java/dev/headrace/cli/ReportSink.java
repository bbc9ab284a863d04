package dev.headrace.cli;

import dev.headrace.ConfigException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** Where the report of a run goes: to a file, to standard output, to both, or nowhere. */
record ReportSink(CommandLine parsed, ProgramEnvironment environment) {

    /** @throws ConfigException when it is clear already that the file cannot be written */
    void check() {
        file().ifPresent(file -> {
            try {
                touch(file);
            } catch (IOException e) {
                throw new ConfigException(problem(file, e) + " Nothing was loaded.");
            }
        });
    }

    /** Leaves what is there as it is: also a pipe, whose reader would take its opening for the beginning. */
    private static void touch(Path file) throws IOException {
        boolean isNew = Files.notExists(file);
        if (isNew || Files.isRegularFile(file) || Files.isDirectory(file)) {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        }
        if (isNew) {
            Files.deleteIfExists(file);
        }
    }

    /** Writes the report; what kept it from being written is given back. */
    Optional<String> write(String complete) {
        String report = RedactedJson.of(complete, environment.redactor());
        Optional<String> problem = file().flatMap(file -> write(file, report));
        if (parsed.hasOption("json")) {
            RedactedStream.original(environment.out()).println(report);
        }
        return problem;
    }

    private static Optional<String> write(Path file, String report) {
        try {
            Files.writeString(file, report + "\n");
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(problem(file, e));
        }
    }

    private Optional<Path> file() {
        return CommandOptions.text(parsed, "report").map(environment::resolve);
    }

    private static String problem(Path file, IOException cause) {
        return "Cannot write the report to " + file + ": " + reason(file, cause)
                + ". Name a file in a folder that exists and can be written to.";
    }

    private static String reason(Path file, IOException cause) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        if (cause instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        String reason = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        return reason == null ? cause.toString() : reason;
    }
}
