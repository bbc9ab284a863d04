package dev.headrace.cli.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The story that the demonstration tells: load, change, load again, look. */
public final class Demonstration {

    private static final String DATASET = "calendar_data";
    private static final String CONFIGURATION = """
            # demo.yml: a calendar, page by page, merged by its key
            # Its API runs only during the demonstration; `headrace demo --serve` starts it again.
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
                DemoWorkspace workspace = DemoWorkspace.create()) {
            DemoFile own = new DemoFile(directory.resolve("demo.yml"), CONFIGURATION);
            boolean kept = own.isEdited();
            Path file = kept ? workspace.write("demo.yml", own.text(api.url())) : own.write(api.url());
            out.println("A calendar API runs on " + api.url() + " and this file loads it:\n");
            out.println(own.text(api.url()).indent(4));
            if (kept) {
                out.println("Your demo.yml was edited: it stays as it is, the demonstration runs a copy of its own.\n");
            }
            out.println("1. The first load\n");
            int exit = runner.run(file, workspace.options());
            if (exit != 0) {
                return exit;
            }
            api.change();
            out.println("\n2. The calendar changes: 5 events are moved, 5 are new. The same command again\n");
            exit = runner.run(file, workspace.options());
            if (exit == 0) {
                conclude(tables, database, api.url());
            }
            return exit;
        }
    }

    /** Serves the calendar alone until the wait is over. */
    public static void serve(PrintStream out, Runnable wait) {
        try (CalendarApi api = CalendarApi.start()) {
            out.println("The calendar API runs on " + api.url() + " until Ctrl-C. In another terminal:\n");
            out.println("    headrace run demo.yml --set client.base_url=" + api.url() + "\n");
            wait.run();
        }
    }

    private void conclude(DemoDatabase tables, Path database, String url) {
        out.println("\n255 events, none twice: moved ones were replaced, new ones added.\n");
        out.println("3. Three queries to try on " + database.getFileName() + "\n");
        for (String query : DemoDatabase.QUERIES) {
            out.println(query.indent(4).stripTrailing());
            tables.print(query, out);
            out.println();
        }
        out.println("The API on " + url + " ends now; `headrace demo --serve` starts it again for your own tries.");
        out.println(
                "Next: write a file like demo.yml for your API, then `headrace check FILE` and `headrace run FILE`.");
    }
}
