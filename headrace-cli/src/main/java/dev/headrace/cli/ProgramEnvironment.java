package dev.headrace.cli;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Everything a command takes from the process it runs in, so that one process can run several commands as if each were
 * alone.
 *
 * @param workingDirectory relative paths of the command line start here
 * @param out results
 * @param err progress and messages
 * @param terminal whether {@code err} is a terminal that understands control codes
 * @param columns width of that terminal
 * @param clock in the time zone in which times of day are shown
 * @param stopRequested turns true when the process was asked to end
 * @param redactor learns the secrets that come up while a command runs
 */
public record ProgramEnvironment(
        Map<String, String> variables,
        Path workingDirectory,
        Path home,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        int columns,
        Clock clock,
        Sleeper sleeper,
        BooleanSupplier stopRequested,
        Redactor redactor) {

    private static final int USUAL_COLUMNS = 100;

    /** The environment of this process. The launcher tells whether standard error is a terminal. */
    static ProgramEnvironment ofProcess(Sleeper sleeper, BooleanSupplier stopRequested) {
        Map<String, String> variables = System.getenv();
        boolean plain = variables.containsKey("NO_COLOR") || "dumb".equals(variables.get("TERM"));
        return new ProgramEnvironment(
                variables,
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("headrace.terminal") && !plain,
                Integer.getInteger("headrace.columns", USUAL_COLUMNS),
                Clock.systemDefaultZone(),
                sleeper,
                stopRequested,
                new Redactor());
    }

    /** The same with a redactor of its own that hides secrets in everything that is printed. */
    ProgramEnvironment hidingSecrets() {
        Redactor own = new Redactor();
        ProxyVariables.learn(variables, own);
        return new ProgramEnvironment(
                variables,
                workingDirectory,
                home,
                new RedactedStream(out, own),
                new RedactedStream(err, own),
                terminal,
                columns,
                clock,
                sleeper,
                stopRequested,
                own);
    }

    /** The path as the user meant it. */
    public Path resolve(String path) {
        return workingDirectory.resolve(path).normalize();
    }
}
