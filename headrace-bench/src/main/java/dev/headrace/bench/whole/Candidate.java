package dev.headrace.bench.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One way of doing the job. Holds no state of a run. */
public interface Candidate {

    /** As it stands in the table. */
    String name();

    /** Writes into an empty folder what the command needs, and gives the command. Not measured. */
    List<String> prepare(Path folder, Workload work) throws IOException;

    /** The database that the command leaves in the folder. */
    default Path database(Path folder) {
        return folder.resolve("bench.duckdb");
    }

    /** The schema of the tables in that database. */
    default String schema() {
        return "main";
    }
}
