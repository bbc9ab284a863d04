package dev.headrace.bench.whole;

import dev.headrace.bench.byhand.OpenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that opens a new DuckDB file and loads nothing. */
record OpenCandidate(Distribution distribution, Path archives) implements Candidate {

    @Override
    public String name() {
        return "only open DuckDB";
    }

    @Override
    public List<String> prepare(Path folder, Workload work) throws IOException {
        Files.createDirectories(archives);
        List<String> command = new ArrayList<>(distribution.java(OpenDatabase.class, archives));
        command.add(database(folder).toString());
        return command;
    }
}
