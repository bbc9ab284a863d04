package dev.headrace.testkit.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that does what the command {@code headrace} does, from beginning to end. */
@FunctionalInterface
public interface Program {

    /**
     * Runs to the end; never throws for a failure of the run.
     *
     * @param folder the current folder
     */
    Ended run(Path folder, List<String> arguments) throws IOException;

    /**
     * How it ended.
     *
     * @param output all that was printed, to standard output and standard error
     */
    record Ended(int exit, String output) {}
}
