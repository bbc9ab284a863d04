package dev.headrace.testkit.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program under test: starts one run as a new process would. */
@FunctionalInterface
public interface Loader {

    /** Runs to the end; never throws for a failure of the run. */
    Result run(Call call);

    /**
     * One call.
     *
     * @param config file with the configuration
     * @param flags further options of the command line
     * @param home folder for the pipeline's working state
     * @param workingDirectory current folder of the command
     * @param report path at which the command may write its report
     * @param environment variables of the process, the only ones it sees
     */
    record Call(
            Path config,
            List<String> flags,
            String pipeline,
            String dataset,
            Path database,
            Path home,
            Path workingDirectory,
            Path report,
            Map<String, String> environment) {}

    /** @param output all that was printed, to standard output and standard error */
    record Result(int exitCode, String output) {}
}
