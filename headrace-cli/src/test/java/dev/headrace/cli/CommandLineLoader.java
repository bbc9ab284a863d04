package dev.headrace.cli;

import dev.headrace.Redactor;
import dev.headrace.testkit.FakeClock;
import dev.headrace.testkit.conformance.Loader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs the command line in this process, as if it were a process of its own. Nobody waits between attempts. */
final class CommandLineLoader implements Loader {

    private final Function<Call, String> destination;

    /** @param destination what {@code --destination} is given */
    CommandLineLoader(Function<Call, String> destination) {
        this.destination = destination;
    }

    @Override
    public Result run(Call call) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                call.config().toString(),
                "--pipeline",
                call.pipeline(),
                "--dataset",
                call.dataset(),
                "--destination",
                destination.apply(call),
                "--pipelines-dir",
                call.home().toString(),
                "--report",
                call.report().toString()));
        arguments.addAll(call.flags());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        ProgramEnvironment environment = new ProgramEnvironment(
                call.environment(),
                call.workingDirectory(),
                call.workingDirectory(),
                stream,
                stream,
                false,
                100,
                Clock.systemUTC(),
                new FakeClock(),
                () -> false,
                new Redactor());
        int exit = CommandLineProgram.run(arguments.toArray(String[]::new), environment);
        return new Result(exit, output.toString(StandardCharsets.UTF_8));
    }
}
