package dev.headrace.duckdb;

import dev.headrace.DestinationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in our words what DuckDB refused and what can be done about it. */
final class DuckDbFailures {

    private static final Pattern HOLDER = Pattern.compile("lock is held in (.*?) \\(PID (\\d+)\\)");

    private DuckDbFailures() {}

    /** @param doing follows "Cannot" */
    static DestinationException explain(String doing, Path file, SQLException cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String advice = advice(message, file);
        String reason = firstParagraph(message);
        return new DestinationException(
                DuckDbRefusals.reason(message),
                "Cannot " + doing + ": " + reason + (advice.isEmpty() ? "" : " " + advice),
                cause);
    }

    private static String advice(String message, Path file) {
        if (message.contains("Could not set lock")) {
            return holder(message)
                    + "Close it there, or wait until it has ended (a run waits with --wait 10m), and run again.";
        }
        if (message.contains("Unique file handle conflict")) {
            return "This program has the database open already. Close that connection first.";
        }
        if (message.contains("not a valid DuckDB database file")) {
            return "Move " + file + " away, or choose another path for the database.";
        }
        if (message.contains("newer version of DuckDB")) {
            return "Update Headrace, or choose another path for the database.";
        }
        if (message.contains("Permission denied") || message.contains("Read-only file system")) {
            return "Allow writing to " + file + " and its folder, or choose another path for the database.";
        }
        if (message.contains("No space left on device")) {
            return "Make room on the disk of " + file + " and run again.";
        }
        if (message.contains("Out of Memory Error")) {
            return "Set 'memory_limit' of the destination higher.";
        }
        return "";
    }

    private static String holder(String message) {
        Matcher matcher = HOLDER.matcher(message);
        return matcher.find()
                ? "Another program has it open: " + matcher.group(1) + " (process " + matcher.group(2) + "). "
                : "Another program has it open. ";
    }

    /** What follows are statement texts and links. */
    private static String firstParagraph(String message) {
        String text = message.strip();
        int end = text.indexOf("\n\n");
        String first =
                (end < 0 ? text : text.substring(0, end)).replace('\n', ' ').strip();
        return first.endsWith(".") || first.endsWith("!") ? first : first + ".";
    }
}
