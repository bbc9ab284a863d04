package dev.headrace.cli;

import dev.headrace.Redactor;
import dev.headrace.testkit.FakeClock;
import dev.headrace.testkit.crash.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The command line in this process, as if it were a process of its own. Nobody waits between attempts.
 *
 * @param clock in the time zone in which times of day are shown
 * @param sleeper by which nobody waits
 */
record InProcess(Clock clock, FakeClock sleeper) implements Program {

    InProcess(FakeClock clock) {
        this(clock, clock);
    }

    @Override
    public Ended run(Path folder, List<String> arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        ProgramEnvironment environment = new ProgramEnvironment(
                Map.of(), folder, folder, stream, stream, false, 100, clock, sleeper, () -> false, new Redactor());
        int exit = CommandLineProgram.run(arguments.toArray(String[]::new), environment);
        return new Ended(exit, output.toString(StandardCharsets.UTF_8));
    }
}
