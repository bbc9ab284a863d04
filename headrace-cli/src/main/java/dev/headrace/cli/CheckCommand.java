package dev.headrace.cli;

import dev.headrace.cli.progress.Progress;
import dev.headrace.event.RunEvent;
import java.io.PrintStream;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** Looks whether a configuration would load: reads it, finds its secrets, and asks each resource for one page. */
final class CheckCommand implements Command {

    private final ProgramEnvironment environment;

    CheckCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String description() {
        return "Validates a file, finds its secrets and asks each resource for one page. Loads nothing.";
    }

    @Override
    public String operand() {
        return "FILE";
    }

    @Override
    public CommandOptions options() {
        return LoadOptions.all().flag("offline", "Sends no request.");
    }

    @Override
    public int run(CommandLine parsed) {
        PlannedLoad load = PlannedLoad.of(new LoadOptions(parsed), environment);
        load.check();
        FirstPages pages = new FirstPages(load, environment);
        PrintStream out = environment.out();
        List<FirstPages.Result> results = parsed.hasOption("offline") ? unread(load) : read(pages);
        out.println("The configuration is right: pipeline " + load.pipeline() + ", destination "
                + load.destination().location() + ".");
        if (!results.isEmpty()) {
            print(results, out);
        }
        return ExitCode.DONE;
    }

    /** Tells what a reader would tell at its beginning. */
    private List<FirstPages.Result> unread(PlannedLoad load) {
        try (Progress progress = Progress.asLines(environment.err(), environment.clock())) {
            load.source().warnings().forEach(warning -> progress.on(new RunEvent.Warned(null, warning)));
        }
        return List.of();
    }

    private List<FirstPages.Result> read(FirstPages pages) {
        try (Progress progress = Progress.asLines(environment.err(), environment.clock())) {
            return pages.read(progress);
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
