package dev.headrace.cli;

import dev.headrace.Redactor;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Prints texts without the secrets that are known by then; the last line of defence behind careful messages. */
final class RedactedStream extends PrintStream {

    /** What moves or colours on a terminal, besides the ends of lines. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t\r]]|\r(?!\n)");

    private final Redactor redactor;
    private final PrintStream original;

    RedactedStream(PrintStream original, Redactor redactor) {
        super(original, true, StandardCharsets.UTF_8);
        this.original = original;
        this.redactor = redactor;
    }

    /** The stream behind, for texts whose form must stay, such as JSON; they are redacted before. */
    static PrintStream original(PrintStream stream) {
        return stream instanceof RedactedStream redacted ? redacted.original : stream;
    }

    @Override
    public void print(String text) {
        super.print(redactor.redact(String.valueOf(text)));
    }

    @Override
    public void println(String text) {
        super.println(plain(redactor.redact(String.valueOf(text))));
    }

    /** Lines quote what servers say, which is not to reach into the terminal. */
    private static String plain(String line) {
        return CONTROLS.matcher(line).replaceAll(".");
    }
}
