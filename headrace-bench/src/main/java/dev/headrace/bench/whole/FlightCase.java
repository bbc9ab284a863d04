package dev.headrace.bench.whole;

import dev.headrace.bench.measure.Measurement;
import dev.headrace.bench.measure.ProcessMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One load with a number of requests at a time.
 *
 * @param name as it stands in the table
 * @param concurrency requests at a time
 * @param pages of events
 * @param children requests besides, one for each event; 0 for none
 * @param latencyMillis of each answer
 * @param parentsLoaded false: the events only lead to their children
 */
record FlightCase(String name, int concurrency, long pages, long children, long latencyMillis, boolean parentsLoaded) {

    static final int PER_PAGE = 100;

    /**
     * What it took.
     *
     * @param reading seconds from the first request to the last record in its column
     */
    record Result(FlightCase flight, double reading, Measurement whole) {

        /** Reading time against the least that the latency allows. */
        double toIdeal() {
            return reading / flight.idealSeconds();
        }
    }

    /** Requests times latency, divided by the requests at a time. */
    double idealSeconds() {
        return (pages + children) * latencyMillis / 1000.0 / concurrency;
    }

    Result run(Distribution distribution, Path scratch, String url) throws IOException, InterruptedException {
        Folders.empty(scratch);
        Path file = Files.writeString(scratch.resolve("flight.yml"), configuration(url));
        Path report = scratch.resolve("report.json");
        Measurement whole = new ProcessMeter(scratch)
                .run(List.of(
                        distribution.command().toString(),
                        "run",
                        file.toString(),
                        "--destination",
                        "duckdb:" + scratch.resolve("flight.duckdb"),
                        "--pipelines-dir",
                        scratch.resolve("pipelines").toString(),
                        "--report",
                        report.toString()));
        return new Result(this, ReportedSeconds.of(report).reading(), whole);
    }

    private String configuration(String url) {
        String events = """
                client:
                  base_url: %s
                  concurrency: %d
                resources:
                  - name: events
                    selected: %s
                    endpoint:
                      path: events
                      params: {per_page: %d}
                      data_selector: data
                      paginator: {type: page_number, base_page: 1, total_path: total_pages}
                """.formatted(url, concurrency, parentsLoaded, PER_PAGE);
        String notes = """
                  - name: notes
                    include_from_parent: [id]
                    endpoint: {path: "events/{resources.events.id}/notes", data_selector: data}
                """;
        return children == 0 ? events : events + notes;
    }

    static String header() {
        return String.format(
                "%-20s %9s %9s %8s %10s %8s %9s %8s%n",
                "", "at a time", "requests", "ideal s", "reading s", "ratio", "whole s", "peak MB");
    }

    static String row(Result result) {
        FlightCase flight = result.flight();
        return String.format(
                Locale.ROOT,
                "%-20s %9d %9d %8.2f %10.2f %8s %9.2f %8.0f%n",
                flight.name,
                flight.concurrency,
                flight.pages + flight.children,
                flight.idealSeconds(),
                result.reading(),
                flight.latencyMillis == 0 ? "" : String.format(Locale.ROOT, "%.2f", result.toIdeal()),
                result.whole().wallSeconds(),
                result.whole().peakMegabytes());
    }
}
