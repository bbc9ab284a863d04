package dev.headrace.cli;

import dev.headrace.engine.Drop;
import dev.headrace.engine.DropReport;
import java.io.PrintStream;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** Drops tables, and what resources remember. */
final class DropCommand implements Command {

    private final ProgramEnvironment environment;

    DropCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "drop";
    }

    @Override
    public String description() {
        return "Drops the tables and the state of resources (--resources A,re:PATTERN) or of all (--all).";
    }

    @Override
    public String operand() {
        return "FILE";
    }

    @Override
    public CommandOptions options() {
        return LoadOptions.all()
                .flag("all", "Drops everything of the source.")
                .flag("state-only", "Lets resources forget their state, and keeps their tables.")
                .flag("yes", "Does it; otherwise it is only told what would be dropped.");
    }

    @Override
    public int run(CommandLine parsed) {
        LoadOptions options = new LoadOptions(parsed);
        boolean all = parsed.hasOption("all");
        if (all != options.resources().isEmpty()) {
            throw new WrongCallException("Either --all or --resources A,B is needed to say what is to be dropped.");
        }
        Drop what = new Drop(options.resources(), all, parsed.hasOption("state-only"));
        boolean really = parsed.hasOption("yes");
        DropReport report = PlannedLoad.of(options, environment).drop(what, really);
        print(report, really, environment.out());
        return ExitCode.DONE;
    }

    private static void print(DropReport report, boolean really, PrintStream out) {
        if (report.resources().isEmpty() && report.tables().isEmpty()) {
            out.println("There is nothing to drop.");
            return;
        }
        out.println((really ? "Dropped tables: " : "Tables that would be dropped: ") + names(report.tables()));
        out.println((really ? "Forgot the state of: " : "Resources whose state would be forgotten: ")
                + names(report.resources()));
        if (!really) {
            out.println("Nothing was changed. Add --yes to do it.");
        }
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
