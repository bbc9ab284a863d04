package dev.headrace.cli;

import dev.headrace.cli.progress.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether a configuration would load: reads it, finds its secrets, and asks each resource for one page. */
@Command(
        name = "check",
        description = "Validates a file, finds its secrets and asks each resource for one page. Loads nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Versions.class)
final class CheckCommand implements Callable<Integer> {

    private final ProgramEnvironment environment;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Option(names = "--offline", description = "Sends no request.")
    private boolean offline;

    CheckCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PlannedLoad load = PlannedLoad.of(options, environment);
        PrintStream out = environment.out();
        out.println("The configuration is right: pipeline " + load.pipeline() + ", destination "
                + load.destination().location() + ".");
        if (!offline) {
            List<FirstPages.Result> results = readFirstPages(load);
            print(results, out);
        }
        return ExitCode.DONE;
    }

    private List<FirstPages.Result> readFirstPages(PlannedLoad load) {
        try (Progress progress = Progress.asLines(environment.err(), environment.clock())) {
            return new FirstPages(load, environment, progress).read();
        }
    }

    private static void print(List<FirstPages.Result> results, PrintStream out) {
        TextTable table = new TextTable("resource", ">records on its first page", ">total", "");
        for (FirstPages.Result result : results) {
            String total = result.total() == null ? "" : String.valueOf(result.total());
            table.add(
                    result.resource(),
                    result.reached() ? String.valueOf(result.records()) : "-",
                    total,
                    result.remark());
        }
        table.lines().forEach(out::println);
    }
}
