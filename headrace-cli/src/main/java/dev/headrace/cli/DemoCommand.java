package dev.headrace.cli;

import dev.headrace.cli.demo.Demonstration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** Shows what Headrace does, without any API but its own. */
final class DemoCommand implements Command {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final ProgramEnvironment environment;

    DemoCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String description() {
        return "Loads a small calendar API of its own into demo.duckdb, changes the data, loads it again.";
    }

    @Override
    public String operand() {
        return "";
    }

    @Override
    public CommandOptions options() {
        return new CommandOptions().flag("serve", "Only serves the calendar API, until Ctrl-C, for runs of demo.yml.");
    }

    @Override
    public int run(CommandLine parsed) {
        if (parsed.hasOption("serve")) {
            Demonstration.serve(environment.out(), this::untilStopped);
            return ExitCode.INTERRUPTED;
        }
        return new Demonstration(environment.workingDirectory(), environment.out(), this::load).show();
    }

    private void untilStopped() {
        try {
            while (!environment.stopRequested().getAsBoolean()) {
                environment.sleeper().sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int load(Path file, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("run", file.toString()));
        arguments.addAll(options);
        return CommandLineProgram.run(arguments.toArray(String[]::new), environment);
    }
}
