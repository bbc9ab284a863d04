package dev.headrace.cli;

import dev.headrace.cli.progress.Progress;
import dev.headrace.engine.ReplayReport;
import dev.headrace.quarantine.QuarantinedRow;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;

/** Shows what could not be written, and tries it again. */
final class ErrorsCommand implements Command {

    private static final Actions ACTIONS = new Actions("errors", "list", "replay");
    private static final int LISTED = 20;
    private static final int REPLAYED = 10_000;

    private final ProgramEnvironment environment;

    ErrorsCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "errors";
    }

    @Override
    public String description() {
        return "Shows the records in quarantine (list FILE), or tries them again with the configuration as it is now"
                + " (replay FILE): what fits is loaded.";
    }

    @Override
    public String operand() {
        return ACTIONS.operand() + " FILE";
    }

    @Override
    public CommandOptions options() {
        return LoadOptions.all()
                .value("resource", "NAME", "list: only those of this resource.")
                .value(
                        "limit",
                        "N",
                        "At most so many, the latest first. Default: list " + LISTED + ", replay " + REPLAYED + ".")
                .flag("json", "Prints JSON: list an object per line, with the record; replay one object.");
    }

    @Override
    public int run(CommandLine parsed) {
        return ACTIONS.chosen(parsed.getArgList()).equals("list") ? list(parsed) : replay(parsed);
    }

    private static int limit(CommandLine parsed, int usual) {
        int limit = CommandOptions.integer(parsed, "limit").orElse(usual);
        if (limit < 1) {
            throw new WrongCallException("--limit takes a number from 1 on, not '" + limit + "'.");
        }
        return limit;
    }

    private SchemaPlace place(CommandLine parsed) {
        List<String> files = parsed.getArgList().subList(1, parsed.getArgList().size());
        if (files.size() > 1) {
            throw new WrongCallException("One configuration FILE is needed, found " + String.join(", ", files) + ".");
        }
        return SchemaPlace.of(
                new LoadOptions(parsed, 1), environment, files.stream().findFirst());
    }

    private int list(CommandLine parsed) {
        int limit = limit(parsed, LISTED);
        SchemaPlace place = place(parsed);
        List<QuarantinedRow> rows = place.quarantined(CommandOptions.text(parsed, "resource"), limit);
        PrintStream out = environment.out();
        if (parsed.hasOption("json")) {
            rows.forEach(row -> out.println(ErrorText.json(row)));
            return ExitCode.DONE;
        }
        if (rows.isEmpty()) {
            out.println("Nothing is in quarantine in " + place.where() + ".");
            return ExitCode.DONE;
        }
        rows.forEach(row -> ErrorText.lines(row).forEach(out::println));
        out.println(
                rows.size() == limit
                        ? "The latest " + limit + "; --limit shows more."
                        : rows.size() + " in quarantine. 'headrace errors replay' tries " + replayable(rows)
                                + " of them again, --json shows whole records.");
        return ExitCode.DONE;
    }

    private static long replayable(List<QuarantinedRow> rows) {
        return rows.stream().filter(QuarantinedRow::isReplayable).count();
    }

    private int replay(CommandLine parsed) {
        int limit = limit(parsed, REPLAYED);
        if (parsed.hasOption("resource")) {
            throw new WrongCallException("--resource belongs to 'list'; 'replay' takes --resources A,B.");
        }
        PlannedLoad load = PlannedLoad.of(new LoadOptions(parsed, 1), environment);
        ReplayReport report;
        try (Progress progress = Progress.asLines(environment.err(), environment.clock())) {
            report = load.replay(progress, limit);
        }
        if (parsed.hasOption("json")) {
            environment.out().println(ErrorText.json(report));
        } else {
            print(report, place(parsed), environment.out());
        }
        return ExitCode.DONE;
    }

    private static void print(ReplayReport report, SchemaPlace place, PrintStream out) {
        if (report.tried() == 0) {
            out.println(
                    "There is nothing of pipeline '" + place.pipeline() + "' to try again in " + place.where() + ".");
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%,d of %,d records loaded; %,d stay in quarantine.",
                    report.loaded(),
                    report.tried(),
                    report.refused()));
        }
        if (report.refused() > 0) {
            out.println("The first that stays: " + report.firstReason());
        }
        if (report.passedOver() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,d can't be tried: cut, not readable, with something hidden, of a request, or of a resource that is not"
                            + " loaded here.",
                    report.passedOver()));
        }
    }
}
