package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.HeadraceException;
import dev.headrace.InterruptedRunException;
import dev.headrace.engine.RunReport;

/** What the process tells its caller; other programs rely on these numbers. */
final class ExitCode {

    static final int DONE = 0;
    /** The source, the data or the destination failed. */
    static final int FAILED = 1;
    /** The configuration or the call is wrong. */
    static final int WRONG_CALL = 2;
    /** Loaded, but something was left out, as the configuration allows. */
    static final int LEFT_OUT = 3;
    /** Asked to stop. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(RunReport report) {
        return report.isComplete() ? DONE : LEFT_OUT;
    }

    static int of(HeadraceException failure) {
        if (failure instanceof ConfigException) {
            return WRONG_CALL;
        }
        return failure instanceof InterruptedRunException ? INTERRUPTED : FAILED;
    }
}
