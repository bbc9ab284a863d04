package dev.headrace.cli;

import dev.headrace.Redactor;
import dev.headrace.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody with a folder of their own who types commands: each runs in this process, nobody really waits. */
final class Shell {

    private final Path folder;
    private final Path home;
    private final Map<String, String> variables = new TreeMap<>();
    private final FakeClock clock = new FakeClock();
    private final AtomicBoolean stop = new AtomicBoolean();
    private boolean terminal;
    private int columns = 100;

    /** What a command printed and how it ended. */
    record Output(int exit, String out, String err) {

        String all() {
            return out + err;
        }
    }

    Shell(Path folder) {
        this.folder = make(folder.resolve("work"));
        this.home = make(folder.resolve("home"));
    }

    Shell export(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Shell onTerminal(int width) {
        terminal = true;
        columns = width;
        return this;
    }

    Output headrace(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandLineProgram.run(arguments, environment(out, err));
        return new Output(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private ProgramEnvironment environment(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new ProgramEnvironment(
                variables,
                folder,
                home,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                columns,
                clock,
                clock,
                stop::get,
                new Redactor());
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        stop.set(true);
    }

    FakeClock clock() {
        return clock;
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return home;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Writes a file into the working folder, folders included. */
    Path write(String name, String text) {
        return write(folder.resolve(name), text);
    }

    static Path write(Path file, String text) {
        try {
            make(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
