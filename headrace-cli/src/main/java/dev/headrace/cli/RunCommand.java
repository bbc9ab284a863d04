package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.HeadraceException;
import dev.headrace.cli.log.RunLog;
import dev.headrace.cli.progress.Progress;
import dev.headrace.duckdb.DuckDb;
import dev.headrace.engine.RunReport;
import dev.headrace.engine.RunReportJson;
import java.util.Optional;
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
        CommandOptions options = LoadOptions.all()
                .value("backfill", "FROM..TO", "Loads a range of what has a cursor, and leaves the cursors alone.")
                .flag("allow-deletes", "Rows that are gone are deleted or marked, however many they are (max_delete).")
                .flag("no-resume", "Begins anew where an earlier run stopped reading; what that had read is given up.")
                .value(
                        "wait",
                        "TIME",
                        "Waits for other runs of the pipeline and programs that have the database: 30s, 10m, 1h.")
                .value("report", "FILE", "Writes a report of the run as JSON.")
                .flag("json", "Prints the report as JSON in place of the table.");
        return MemoryChoice.addTo(options);
    }

    @Override
    public int run(CommandLine parsed) {
        ReportSink report = new ReportSink(parsed, environment);
        report.check();
        MemoryChoice.warning(parsed, Runtime.getRuntime().maxMemory())
                .ifPresent(problem -> environment.err().println("warning: " + problem));
        warmUp();
        try {
            PlannedLoad load = PlannedLoad.of(new LoadOptions(parsed), environment);
            RunReport done = runWithProgress(load);
            Optional<String> unwritten = report.write(RunReportJson.of(done));
            if (!parsed.hasOption("json")) {
                new ResultTable(done, load.elapsed()).print(environment.out());
            }
            unwritten.ifPresent(problem -> environment.err().println("error: The data is loaded. " + problem));
            return unwritten.isEmpty() ? ExitCode.of(done) : ExitCode.FAILED;
        } catch (HeadraceException e) {
            report.write(RunReportJson.of(e))
                    .ifPresent(problem -> environment.err().println("warning: " + problem));
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
        Thread thread = new Thread(RunCommand::loadDriver, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadDriver() {
        DriverRecording.leaveOutUnlessRecording();
        DuckDb.warmUp();
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
}
