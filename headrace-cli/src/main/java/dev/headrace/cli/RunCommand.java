package dev.headrace.cli;

import dev.headrace.HeadraceException;
import dev.headrace.cli.progress.Progress;
import dev.headrace.engine.RunReport;
import dev.headrace.engine.RunReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads what a configuration describes. */
@Command(
        name = "run",
        description = "Loads the API that a file describes into a database.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Versions.class)
final class RunCommand implements Callable<Integer> {

    private final ProgramEnvironment environment;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes a report of the run as JSON.")
    private @Nullable String report;

    @Option(names = "--json", description = "Prints the report as JSON in place of the table.")
    private boolean json;

    RunCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try {
            PlannedLoad load = PlannedLoad.of(options, environment);
            RunReport done = runWithProgress(load);
            writeReport(RunReportJson.of(done));
            if (!json) {
                new ResultTable(done, load.elapsed()).print(environment.out());
            }
            return ExitCode.DONE;
        } catch (HeadraceException e) {
            writeReport(RunReportJson.of(e));
            throw e;
        }
    }

    private RunReport runWithProgress(PlannedLoad load) {
        try (Progress progress = progress()) {
            return load.run(progress);
        }
    }

    private Progress progress() {
        return environment.terminal()
                ? Progress.onTerminal(environment.err(), environment.columns(), environment.clock())
                : Progress.asLines(environment.err(), environment.clock());
    }

    private void writeReport(String text) throws IOException {
        if (report != null) {
            Path file = environment.resolve(report);
            Files.writeString(file, text + "\n");
        }
        if (json) {
            environment.out().println(text);
        }
    }
}
