package dev.headrace.bench.whole;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * dlt itself.
 *
 * @param python a Python with {@code dlt[duckdb]}
 * @param program the Python program that runs the pipeline
 * @param settings how it is set up
 */
record DltCandidate(String python, Path program, Settings settings) implements Candidate {

    enum Settings {
        /** As it comes. */
        DEFAULT("dlt"),
        /** As its documentation advises where speed counts: Parquet files, larger writes, a process for each core. */
        BEST("dlt at its best");

        private final String label;

        Settings(String label) {
            this.label = label;
        }

        /** Of a word of the command line; empty for any other. */
        static Optional<Settings> of(String word) {
            return Arrays.stream(values())
                    .filter(settings -> settings.word().equals(word))
                    .findFirst();
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return settings.label;
    }

    @Override
    public List<String> prepare(Path folder, Workload work) {
        return List.of(
                python,
                program.toString(),
                work.url(),
                Integer.toString(work.perPage()),
                database(folder).toString(),
                folder.resolve("pipelines").toString(),
                settings.word());
    }

    /** Not that of the file: dlt's statements do not tell a schema from a database of the same name. */
    @Override
    public String schema() {
        return "bench_data";
    }
}
