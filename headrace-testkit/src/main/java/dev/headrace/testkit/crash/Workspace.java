package dev.headrace.testkit.crash;

import dev.headrace.testkit.conformance.StoredDataset;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder in which a pipeline is run, with its configuration, its packages and its database. */
record Workspace(Path folder, Scenario scenario) {

    private static final String PIPELINE = "shop";
    private static final String DATASET = "shop_data";

    /** An empty one with an empty database. */
    static Workspace create(Path folder, Scenario scenario) throws IOException {
        Files.createDirectories(folder);
        scenario.database().create(folder);
        return new Workspace(folder, scenario);
    }

    /** The same things in another folder; no run may be under way. */
    Workspace copyTo(Path target, Scenario other) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(folder.relativize(file).toString()));
            }
        }
        scenario.database().copy(folder, target);
        return new Workspace(target, other);
    }

    void configure(String url) throws IOException {
        configure(url, "60s", "5m");
    }

    /** @param read for each silence of the server, as configurations have it; {@code total} for a whole answer */
    void configure(String url, String read, String total) throws IOException {
        String everything = scenario.disposition().onlyNew() ? newOnly() : "";
        Files.writeString(folder.resolve("shop.yml"), """
                client:
                  base_url: "%s"
                  concurrency: %d
                  timeout: {connect: 10s, read: %s, total: %s}
                resource_defaults:
                  primary_key: id
                  write_disposition: %s
                  endpoint: {data_selector: data}
                resources:
                  - name: orders
                    endpoint:
                      path: orders
                      paginator: {type: offset, limit: 4, total_path: total}%s
                  - name: notes
                    endpoint:
                      path: orders/{resources.orders.id}/notes
                      paginator: {type: json_link, next_url_path: next}
                    include_from_parent: [id]
                  - name: events
                    endpoint:
                      path: events
                      paginator: {type: cursor, cursor_path: next, cursor_param: cursor}%s
                """.formatted(
                        url,
                        scenario.concurrency(),
                        read,
                        total,
                        scenario.disposition().word(),
                        everything,
                        scenario.disposition() == Disposition.REPLACE ? "" : newOnly()));
    }

    private static String newOnly() {
        return "\n      incremental: {cursor_path: updated_at, start_param: since, initial_value: 1}";
    }

    /** Those of a run whose packages are compressed. */
    List<String> packedArguments() {
        List<String> arguments = new ArrayList<>(arguments());
        arguments.addAll(List.of("--package-compression", "zstd"));
        return arguments;
    }

    List<String> arguments() {
        return List.of(
                "run",
                "shop.yml",
                "--pipeline",
                PIPELINE,
                "--dataset",
                DATASET,
                "--destination",
                scenario.database().destination(folder));
    }

    File output() {
        return folder.resolve("output.txt").toFile();
    }

    /** The last of what runs printed. */
    String lastOutput() throws IOException {
        List<String> lines = Files.readAllLines(output().toPath());
        return String.join("\n    ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    /** The packages in a stage of their life, by their load ids. */
    Set<String> packages(String stage) {
        try (Stream<Path> files =
                Files.list(pipelineFolder().resolve("packages").resolve(stage))) {
            Set<String> ids = new TreeSet<>();
            files.forEach(file -> ids.add(file.getFileName().toString()));
            return ids;
        } catch (IOException | java.io.UncheckedIOException e) {
            return Set.of(); // not there yet, or it changes right now
        }
    }

    /** The state as the pipeline's folder has it; empty text when there is none. */
    String localState() throws IOException {
        Path file = pipelineFolder().resolve("state.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Files and folders of the pipeline that a finished run does not leave behind. */
    List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(pipelineFolder())) {
            return files.filter(file -> !file.equals(pipelineFolder()))
                    .map(file -> pipelineFolder().relativize(file).toString())
                    .filter(name -> !name.matches("lock|state\\.json|schemas(/shop.*\\.json|/rest_api\\.schema\\.json)?"
                            + "|packages(/new|/normalised|/failed)?|packages/committed(/[0-9.]+(/manifest\\.json)?)?"
                            + "|(logs(/.*)?|.*\\.log)"))
                    .sorted()
                    .toList();
        }
    }

    Path pipelineFolder() {
        return folder.resolve(".headrace/pipelines").resolve(PIPELINE);
    }

    boolean hasDatabase() {
        return scenario.database().exists(folder);
    }

    StoredDataset dataset() throws SQLException {
        try (Connection connection = scenario.database().look(folder)) {
            return StoredDataset.read(connection, DATASET);
        }
    }

    /** Gives up the folder and the database. */
    void delete() throws IOException {
        scenario.database().drop(folder);
        List<Path> content;
        try (Stream<Path> files = Files.walk(folder)) {
            content = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.deleteIfExists(file);
        }
    }
}
