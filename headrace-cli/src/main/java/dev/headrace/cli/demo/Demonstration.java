package dev.headrace.cli.demo;

import dev.headrace.DestinationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The story that the demonstration tells: load, change, load again, look. */
public final class Demonstration {

    private static final String DATASET = "calendar_data";
    private static final String FIRST_LINE = "# demo.yml: a calendar, page by page, merged by its key\n";
    private static final String CONFIGURATION = FIRST_LINE + """
            pipeline: demo
            destination: duckdb:demo.duckdb
            dataset: calendar_data
            source:
              type: rest_api
              client:
                base_url: %s
                auth: {type: api_key, name: api_key, location: query, api_key: demo-key}
              resources:
                - name: events
                  primary_key: id
                  write_disposition: merge
                  endpoint: {path: /v1/events, data_selector: data, paginator: {type: offset, limit: 100}}
            """;

    /** Runs a file as the command line would. */
    @FunctionalInterface
    public interface Runner {
        int run(Path file, List<String> options);
    }

    private final Path directory;
    private final PrintStream out;
    private final Runner runner;

    public Demonstration(Path directory, PrintStream out, Runner runner) {
        this.directory = directory;
        this.out = out;
        this.runner = runner;
    }

    /** Tells the story; returns the exit code of the first step that fails, else 0. */
    public int show() {
        Path database = directory.resolve("demo.duckdb");
        DemoDatabase tables = new DemoDatabase(database, DATASET);
        tables.removeEarlierDemonstration();
        try (CalendarApi api = CalendarApi.start();
                Workspace workspace = Workspace.create()) {
            Path file = workspace.write(directory.resolve("demo.yml"), CONFIGURATION.formatted(api.url()));
            out.println("A calendar API runs on " + api.url() + " and this file loads it:\n");
            out.println(CONFIGURATION.formatted(api.url()).indent(4));
            out.println("1. The first load\n");
            int exit = runner.run(file, workspace.options());
            if (exit != 0) {
                return exit;
            }
            api.change();
            out.println("\n2. The calendar changes: 5 events are moved, 5 are new. The same command again\n");
            exit = runner.run(file, workspace.options());
            if (exit == 0) {
                conclude(tables, database);
            }
            return exit;
        }
    }

    private void conclude(DemoDatabase tables, Path database) {
        out.println("\n255 events, none twice: moved ones were replaced, new ones added.\n");
        out.println("3. Three queries to try on " + database.getFileName() + "\n");
        for (String query : DemoDatabase.QUERIES) {
            out.println(query.indent(4).stripTrailing());
            tables.print(query, out);
            out.println();
        }
        out.println(
                "Next: write a file like demo.yml for your API, then `headrace check FILE` and `headrace run FILE`.");
    }

    /** State of the demonstration's runs: thrown away, so that it tells the same story every time. */
    private record Workspace(Path folder) implements AutoCloseable {

        static Workspace create() {
            try {
                return new Workspace(Files.createTempDirectory("headrace-demo"));
            } catch (IOException e) {
                throw new DestinationException("Cannot make a temporary folder for the demonstration.", e);
            }
        }

        Path write(Path file, String text) {
            try {
                if (Files.exists(file) && !Files.readString(file).startsWith(FIRST_LINE)) {
                    throw new DestinationException("Cannot start the demonstration: " + file
                            + " exists and was not made by it. Start it in another folder.");
                }
                return Files.writeString(file, text);
            } catch (IOException e) {
                throw new DestinationException(
                        "Cannot write " + file + ": " + e.getMessage() + ". Start the demonstration in another folder.",
                        e);
            }
        }

        List<String> options() {
            return List.of("--pipelines-dir", folder.toString());
        }

        @Override
        public void close() {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                // temporary files are the operating system's to clear up
            }
        }
    }
}
