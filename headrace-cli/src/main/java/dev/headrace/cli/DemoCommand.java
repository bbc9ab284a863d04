package dev.headrace.cli;

import dev.headrace.cli.demo.Demonstration;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what Headrace does, without any API but its own. */
@Command(
        name = "demo",
        description = "Loads a small calendar API of its own into demo.duckdb, changes the data, loads it again.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Versions.class)
final class DemoCommand implements Callable<Integer> {

    private final ProgramEnvironment environment;

    DemoCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return new Demonstration(environment.workingDirectory(), environment.out(), this::run).show();
    }

    private int run(Path file, List<String> options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("run", file.toString()));
        arguments.addAll(options);
        return CommandLineProgram.run(arguments.toArray(String[]::new), environment);
    }
}
