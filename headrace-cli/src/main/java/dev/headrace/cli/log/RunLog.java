package dev.headrace.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The file that log records go to. One for the process, because loggers are: a command says where it is before it starts.
 * Until then, and when the file cannot be written, records are dropped: a log must not end a run.
 */
public final class RunLog {

    private static volatile @Nullable RunLog current;

    private final Path file;
    private final UnaryOperator<String> redaction;
    private final Level threshold;
    private boolean written;

    private RunLog(Path file, Level threshold, UnaryOperator<String> redaction) {
        this.file = file;
        this.threshold = threshold;
        this.redaction = redaction;
    }

    /** From now on records of that level go to the end of {@code file}, each passed through {@code redaction}. */
    public static void open(Path file, Level threshold, UnaryOperator<String> redaction) {
        current = new RunLog(file, threshold, redaction);
    }

    /** Ends the log. Returns the file if anything was written to it. */
    public static Optional<Path> close() {
        RunLog log = current;
        current = null;
        return log != null && log.written ? Optional.of(log.file) : Optional.empty();
    }

    static boolean takes(Level level) {
        RunLog log = current;
        return log != null && level.toInt() >= log.threshold.toInt();
    }

    static void write(Level level, String logger, String message, @Nullable Throwable cause) {
        RunLog log = current;
        if (log != null) {
            log.append(Instant.now() + " " + level + " " + logger + ": " + message + "\n" + trace(cause));
        }
    }

    private static String trace(@Nullable Throwable cause) {
        if (cause == null) {
            return "";
        }
        java.io.StringWriter text = new java.io.StringWriter();
        cause.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }

    private synchronized void append(String record) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, redaction.apply(record), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written = true;
        } catch (IOException e) {
            // a log must not end a run
        }
    }
}
