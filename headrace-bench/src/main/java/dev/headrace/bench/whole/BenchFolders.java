package dev.headrace.bench.whole;

import java.nio.file.Path;

/**
 * Where things are in a checkout.
 *
 * @param root the folder of the checkout
 */
public record BenchFolders(Path root) {

    public Distribution distribution() {
        return new Distribution(root.resolve("headrace-cli/target/headrace"));
    }

    public Path scratch() {
        return root.resolve("headrace-bench/target/scratch");
    }

    Path archives() {
        return root.resolve("headrace-bench/target/archives");
    }

    Path dltProgram() {
        return root.resolve("bench/dlt_events.py");
    }

    public Results results() {
        return new Results(root.resolve("bench/results"));
    }
}
