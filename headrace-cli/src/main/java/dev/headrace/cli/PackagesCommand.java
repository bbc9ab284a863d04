package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.engine.RunReport;
import dev.headrace.engine.RunReportJson;
import dev.headrace.engine.loadpackage.KnownPackage;
import dev.headrace.engine.loadpackage.PackageStage;
import dev.headrace.event.RunEvent;
import dev.headrace.json.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** Looks at the load packages that were not committed, and decides what becomes of them. */
final class PackagesCommand implements Command {

    private static final Actions ACTIONS = new Actions("packages", "list", "show", "retry", "drop");

    private final ProgramEnvironment environment;

    PackagesCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public String description() {
        return "Lists load packages that are not committed (list), shows one (show ID), loads one that failed once more (retry ID)"
                + " or gives one up with its rows (drop ID; drop --failed: all that failed). FILE or --pipeline names the pipeline; without, all are looked at.";
    }

    @Override
    public String operand() {
        return ACTIONS.operand() + " [ID] [FILE]";
    }

    @Override
    public CommandOptions options() {
        return LoadOptions.place()
                .flag("all", "list: committed packages too, as far as their manifests are kept.")
                .flag("rows-only", "retry: also when the pipeline has gone on; loads the rows without the state.")
                .value("wait", "TIME", "retry: waits for other runs and programs, such as 30s or 10m. Default: 0s.")
                .flag("failed", "drop: all packages that failed, instead of the one with ID.")
                .flag("yes", "drop: does it; otherwise it is only told what would be lost.")
                .flag("json", "Prints JSON.");
    }

    @Override
    public int run(CommandLine parsed) {
        List<String> operands = parsed.getArgList();
        String action = ACTIONS.chosen(operands);
        List<String> others = operands.subList(1, operands.size());
        if (action.equals("list")) {
            return list(place(parsed, others), parsed);
        }
        if (action.equals("drop") && parsed.hasOption("failed")) {
            return dropFailed(place(parsed, others), parsed);
        }
        if (others.isEmpty()) {
            throw new WrongCallException(
                    "packages " + action + " needs the ID of a package; headrace packages list tells which there are.");
        }
        String id = others.get(0);
        PackagePlace place = place(parsed, others.subList(1, others.size()));
        PackagePlace.Found found = place.find(id);
        return switch (action) {
            case "show" -> show(found, parsed);
            case "retry" -> retry(place, found, parsed);
            default -> drop(found, parsed);
        };
    }

    private PackagePlace place(CommandLine parsed, List<String> files) {
        if (files.size() > 1) {
            throw new WrongCallException(
                    "One configuration FILE at most is taken, found " + String.join(", ", files) + ".");
        }
        return new PackagePlace(
                new LoadOptions(parsed), environment, files.stream().findFirst());
    }

    private int list(PackagePlace place, CommandLine parsed) {
        boolean all = parsed.hasOption("all");
        List<PackagePlace.Found> found = place.packages().stream()
                .filter(each -> all || each.known().stage() != PackageStage.COMMITTED)
                .toList();
        if (parsed.hasOption("json")) {
            print(JsonText.write(found.stream().map(PackageJson::of).toList()));
        } else if (found.isEmpty()) {
            environment.out().println("No packages wait or failed in " + place.where() + ".");
        } else {
            new PackageText(environment).list(found).forEach(environment.out()::println);
        }
        return ExitCode.DONE;
    }

    private void print(String json) {
        RedactedStream.original(environment.out()).println(RedactedJson.of(json, environment.redactor()));
    }

    private int show(PackagePlace.Found found, CommandLine parsed) {
        if (parsed.hasOption("json")) {
            print(JsonText.write(PackageJson.of(found)));
        } else {
            new PackageText(environment).show(found).forEach(environment.out()::println);
        }
        return ExitCode.DONE;
    }

    private int retry(PackagePlace place, PackagePlace.Found found, CommandLine parsed) {
        Instant begun = environment.clock().instant();
        RunReport report = place.pipeline(found)
                .listener(event -> {
                    if (event instanceof RunEvent.Warned warned) {
                        environment.err().println("warning: " + warned.message());
                    }
                })
                .patience(new LoadOptions(parsed).patience())
                .retry(found.id(), parsed.hasOption("rows-only"));
        if (parsed.hasOption("json")) {
            print(RunReportJson.of(report));
        } else {
            new ResultTable(report, Duration.between(begun, environment.clock().instant())).print(environment.out());
        }
        return ExitCode.of(report);
    }

    private int drop(PackagePlace.Found found, CommandLine parsed) {
        KnownPackage known = found.known();
        if (known.stage() == PackageStage.COMMITTED) {
            throw new ConfigException("Cannot drop package " + found.id()
                    + ": it is committed. Its rows are in the database, and only its manifest is kept.");
        }
        drop(List.of(found), parsed.hasOption("yes"));
        return ExitCode.DONE;
    }

    private int dropFailed(PackagePlace place, CommandLine parsed) {
        List<PackagePlace.Found> failed = place.packages().stream()
                .filter(each -> each.known().stage() == PackageStage.FAILED)
                .toList();
        if (failed.isEmpty()) {
            environment.out().println("No packages failed in " + place.where() + ".");
        } else {
            drop(failed, parsed.hasOption("yes"));
        }
        return ExitCode.DONE;
    }

    private void drop(List<PackagePlace.Found> packages, boolean really) {
        PackageText text = new PackageText(environment);
        for (PackagePlace.Found found : packages) {
            if (really) {
                found.folder().drop(found.known().id());
            }
            environment.out().println((really ? "Dropped " : "Would drop ") + text.summary(found));
            text.consequence(found).ifPresent(environment.out()::println);
        }
        if (!really) {
            environment.out().println("Nothing was changed. Add --yes to do it.");
        }
    }
}
