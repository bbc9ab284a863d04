package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.HeadraceException;
import dev.headrace.cli.log.RunLog;
import dev.headrace.cli.progress.Progress;
import dev.headrace.duckdb.DuckDb;
import dev.headrace.engine.RunReport;
import dev.headrace.engine.RunReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.slf4j.LoggerFactory;

/** Loads what a configuration describes. */
final class RunCommand implements Command {

    private final ProgramEnvironment environment;

    RunCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String description() {
        return "Loads the API that a file describes into a database.";
    }

    @Override
    public String operand() {
        return "FILE";
    }

    @Override
    public CommandOptions options() {
        return LoadOptions.all()
                .value("backfill", "FROM..TO", "Loads a range of what has a cursor, and leaves the cursors alone.")
                .value("report", "FILE", "Writes a report of the run as JSON.")
                .flag("json", "Prints the report as JSON in place of the table.");
    }

    @Override
    public int run(CommandLine parsed) {
        ReportSink report = new ReportSink(parsed, environment);
        warmUp();
        try {
            PlannedLoad load = PlannedLoad.of(new LoadOptions(parsed), environment);
            RunReport done = runWithProgress(load);
            report.write(RunReportJson.of(done));
            if (!parsed.hasOption("json")) {
                new ResultTable(done, load.elapsed()).print(environment.out());
            }
            return ExitCode.DONE;
        } catch (HeadraceException e) {
            report.write(RunReportJson.of(e));
            if (!(e instanceof ConfigException)) {
                LoggerFactory.getLogger(RunCommand.class).error("The run failed", e);
            }
            throw e;
        } finally {
            RunLog.close().ifPresent(file -> environment.err().println("Log: " + file));
        }
    }

    /** Loading the database's library takes as long as reading the configuration; both cores have something to do. */
    private static void warmUp() {
        Thread thread = new Thread(DuckDb::warmUp, "warm-up");
        thread.setDaemon(true);
        thread.start();
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

    /** Where the report goes: to a file, to standard output, to both, or nowhere. */
    private record ReportSink(CommandLine parsed, ProgramEnvironment environment) {

        void write(String complete) {
            String report = RedactedJson.of(complete, environment.redactor());
            CommandOptions.text(parsed, "report").map(environment::resolve).ifPresent(file -> write(file, report));
            if (parsed.hasOption("json")) {
                RedactedStream.original(environment.out()).println(report);
            }
        }

        private static void write(Path file, String report) {
            try {
                Files.writeString(file, report + "\n");
            } catch (IOException e) {
                throw new ConfigException("Cannot write the report to " + file + ": " + e
                        + ". Name a file in a folder that exists and can be written to.");
            }
        }
    }
}
