package dev.headrace.bench.whole;

import dev.headrace.bench.byhand.LoadPackage;
import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.extracted.PackageCatcher;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.WriteDisposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * DuckDB loads a package that Headrace has finished before: nothing is read, nothing is normalised.
 *
 * @param archives where the class archive of its Java process is kept
 */
record LoadOnlyCandidate(Distribution distribution, Path archives) implements Candidate {

    static final String NAME = "DuckDB alone";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prepare(Path folder, Workload work) throws IOException {
        Files.createDirectories(archives);
        List<String> command = new ArrayList<>(distribution.java(LoadPackage.class, archives));
        command.add(database(folder).toString());
        command.addAll(files(folder.resolve("package"), EventSet.first(work.records())));
        return command;
    }

    private static List<String> files(Path folder, EventSet events) throws IOException {
        List<String> files = new ArrayList<>();
        for (TableLoad load : PackageCatcher.extract(events, WriteDisposition.append(), folder)
                .tables()) {
            load.parts().forEach(part -> files.add(load.table().name() + "=" + part.file()));
        }
        return files;
    }
}
