package dev.headrace.cli.progress;

import dev.headrace.event.RunListener;
import java.io.PrintStream;
import java.time.Clock;

/** A display of a run. Closing it leaves the cursor at the start of a line. */
public interface Progress extends RunListener, AutoCloseable {

    @Override
    void close();

    /** A block that is redrawn in place; for terminals. */
    static Progress onTerminal(PrintStream err, int columns, Clock clock) {
        return new TerminalProgress(err, columns, clock);
    }

    /** A line now and then; for files and pipes. */
    static Progress asLines(PrintStream err, Clock clock) {
        return new LineProgress(err, clock);
    }
}
