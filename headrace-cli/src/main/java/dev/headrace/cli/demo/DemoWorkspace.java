package dev.headrace.cli.demo;

import dev.headrace.DestinationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** State of the demonstration's runs: thrown away, so that it tells the same story every time. */
record DemoWorkspace(Path folder) implements AutoCloseable {

    static DemoWorkspace create() {
        try {
            return new DemoWorkspace(Files.createTempDirectory("headrace-demo"));
        } catch (IOException e) {
            throw new DestinationException("Cannot make a temporary folder for the demonstration.", e);
        }
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new DestinationException("Cannot write into the temporary folder " + folder + ": " + e, e);
        }
    }

    List<String> options() {
        return List.of("--pipelines-dir", folder.toString());
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // temporary files are the operating system's to clear up
        }
    }
}
