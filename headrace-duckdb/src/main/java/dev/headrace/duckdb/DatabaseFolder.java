package dev.headrace.duckdb;

import dev.headrace.DestinationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a database file. It is made when the folder above it is there; where that is missing too, the path is more
 * likely mistyped than meant.
 */
record DatabaseFolder(Path file) {

    /** Whether there is no such file, and nothing is known that would keep it from being made. */
    boolean takesNewFile() {
        Path folder = folder();
        Path place = folder == null || Files.isDirectory(folder) ? folder : folder.getParent();
        return Files.notExists(file)
                && place != null
                && (folder == place || Files.notExists(folder))
                && Files.isDirectory(place)
                && Files.isWritable(place);
    }

    /** @throws DestinationException when the file is a folder, or when its own cannot be made */
    void make() {
        if (Files.isDirectory(file)) {
            throw refusal("it is a folder. Name a file, such as " + file.resolve("data.duckdb"), null);
        }
        Path folder = folder();
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        Path nearest = nearest(folder);
        if (!nearest.equals(folder.getParent())) {
            throw refusal(
                    "there is no folder " + folder + ", nor the one above it; the nearest that is there is " + nearest
                            + ". Make the folder, or choose another place for the database",
                    null);
        }
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw refusal(
                    "its folder cannot be made (" + e.getMessage()
                            + "). Make it, or choose another place for the database",
                    e);
        }
    }

    private @Nullable Path folder() {
        return file.toAbsolutePath().getParent();
    }

    private static Path nearest(Path folder) {
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private DestinationException refusal(String reason, @Nullable Throwable cause) {
        return new DestinationException("Cannot open DuckDB database " + file + ": " + reason + ".", cause);
    }
}
