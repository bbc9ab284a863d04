package dev.headrace.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The installed distribution with a configuration file. */
public record HeadraceCandidate(Distribution distribution) implements Candidate {

    @Override
    public String name() {
        return "headrace";
    }

    @Override
    public List<String> prepare(Path folder, Workload work) throws IOException {
        return command(folder, work, "duckdb:" + database(folder));
    }

    /** The report that the command leaves in the folder. */
    public static Path report(Path folder) {
        return folder.resolve("report.json");
    }

    /** Writes into a folder what the command needs, and gives the command for any destination. */
    public List<String> command(Path folder, Workload work, String destination) throws IOException {
        Path configuration = Files.writeString(folder.resolve("events.yml"), configuration(work));
        return List.of(
                distribution.command().toString(),
                "run",
                configuration.toString(),
                "--pipeline",
                "bench",
                "--dataset",
                schema(),
                "--destination",
                destination,
                "--pipelines-dir",
                folder.resolve("pipelines").toString(),
                "--report",
                report(folder).toString());
    }

    private static String configuration(Workload work) {
        return """
                client:
                  base_url: %s
                  paginator:
                    type: page_number
                    base_page: 1
                    page_param: page
                    total_path: total_pages
                resources:
                  - name: events
                    write_disposition: append
                    endpoint:
                      path: events
                      params:
                        per_page: %d
                      data_selector: data
                """.formatted(work.url(), work.perPage());
    }

    @Override
    public String schema() {
        return "bench";
    }
}
