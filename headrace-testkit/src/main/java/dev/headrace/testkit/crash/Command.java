package dev.headrace.testkit.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code headrace}, as somebody installed it. */
@FunctionalInterface
public interface Command {

    /**
     * Starts it as a process whose id is that of the virtual machine.
     *
     * @param folder the current folder of the process
     * @param output the file to which everything goes that it prints; appended
     */
    Process start(Path folder, List<String> arguments, File output) throws IOException;

    /** The same as something that runs to its end; for five minutes at most. */
    default Program toItsEnd() {
        return (folder, arguments) -> {
            File output = folder.resolve("undisturbed.txt").toFile();
            Files.deleteIfExists(output.toPath());
            Process process = start(folder, arguments, output);
            try {
                boolean ended = process.waitFor(5, TimeUnit.MINUTES);
                return new Program.Ended(ended ? process.exitValue() : -1, Files.readString(output.toPath()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } finally {
                process.destroyForcibly();
            }
        };
    }

    /** The command that begins with these words. */
    static Command of(List<String> words) {
        return (folder, arguments, output) -> {
            List<String> all = new ArrayList<>(words);
            all.addAll(arguments);
            return new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                    .start();
        };
    }
}
