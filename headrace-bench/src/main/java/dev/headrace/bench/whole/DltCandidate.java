package dev.headrace.bench.whole;

import java.nio.file.Path;
import java.util.List;

/**
 * dlt itself, as its users run it.
 *
 * @param python a Python with {@code dlt[duckdb]}
 * @param program the Python program that runs the pipeline
 */
record DltCandidate(String python, Path program) implements Candidate {

    @Override
    public String name() {
        return "dlt";
    }

    @Override
    public List<String> prepare(Path folder, Workload work) {
        return List.of(
                python,
                program.toString(),
                work.url(),
                Integer.toString(work.perPage()),
                database(folder).toString(),
                folder.resolve("pipelines").toString());
    }

    /** Not that of the file: dlt's statements do not tell a schema from a database of the same name. */
    @Override
    public String schema() {
        return "bench_data";
    }
}
