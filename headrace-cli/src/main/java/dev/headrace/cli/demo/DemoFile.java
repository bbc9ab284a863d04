package dev.headrace.cli.demo;

import dev.headrace.DestinationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The configuration that a demonstration leaves behind. Once somebody has edited it, it is theirs.
 *
 * @param template the text, with {@code %s} for the API's address
 */
record DemoFile(Path file, String template) {

    private static final String ADDRESS = "http://127\\.0\\.0\\.1:\\d+";

    String text(String url) {
        return template.formatted(url);
    }

    /** Whether it is there and says something else than a demonstration wrote, whatever port that had. */
    boolean isEdited() {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            String found = Files.readString(file);
            if (!found.startsWith(template.substring(0, template.indexOf('\n') + 1))) {
                throw new DestinationException("Cannot start the demonstration: " + file
                        + " exists and was not made by it. Start it in another folder.");
            }
            return !found.replaceFirst(ADDRESS, "%s").equals(template);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    Path write(String url) {
        try {
            return Files.writeString(file, text(url));
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    private DestinationException failure(String action, IOException cause) {
        return new DestinationException(
                "Cannot " + action + " " + file + ": " + cause.getMessage()
                        + ". Start the demonstration in another folder.",
                cause);
    }
}
