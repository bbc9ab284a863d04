package dev.headrace.testkit.crash;

import java.util.ArrayList;
import java.util.List;

/** Looks whether a run that failed says why. */
final class RunFailure {

    private RunFailure() {}

    /** What is not clear about it, for people; empty: it names what could not be done, and is no fault of the program. */
    static List<String> unclear(Program.Ended ended) {
        List<String> unclear = new ArrayList<>();
        if (ended.exit() != 1) {
            unclear.add("exit code " + ended.exit() + ": " + ended.output());
        }
        if (!ended.output().contains("error: Cannot ")) {
            unclear.add("no error is told: " + ended.output());
        }
        if (ended.output().contains("\tat ") || ended.output().contains("Exception")) {
            unclear.add("an exception is shown: " + ended.output());
        }
        return unclear;
    }
}
