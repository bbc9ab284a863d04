package dev.headrace.bench.whole;

import dev.headrace.bench.options.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Loads with several requests at a time from a server that takes its time, against the least that its latency allows. */
public final class FlightRun {

    private static final int PAGES = 400;
    private static final long SHORT_LATENCY = 4;

    private final Distribution distribution;
    private final Path scratch;

    private FlightRun(BenchFolders folders) {
        this.distribution = folders.distribution();
        this.scratch = folders.scratch();
    }

    /** @param arguments the folder of the checkout, then options */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        Options options =
                Options.parse(words.subList(1, words.size()), "latency-ms", "parents", "many-parents", "concurrency");
        FlightRun run = new FlightRun(new BenchFolders(Path.of(words.get(0))));
        long latency = options.number("latency-ms", 20);
        int concurrency = options.integer("concurrency", 16);
        long parents = options.number("parents", 10_000);
        long many = options.number("many-parents", 50_000);
        System.out.print(FlightCase.header());
        run.measure(new FlightCase("warming up", 8, 10, 0, 0, true));
        double one = run.measure(new FlightCase("pages", 1, PAGES, 0, latency, true));
        double eight = run.measure(new FlightCase("pages", 8, PAGES, 0, latency, true));
        double most = run.measure(new FlightCase("pages", 32, PAGES, 0, latency, true));
        run.measure(children("children", concurrency, parents, latency, true));
        run.measure(children("children only", concurrency, parents, SHORT_LATENCY, false));
        run.measure(children("children only", concurrency, many, SHORT_LATENCY, false));
        System.out.printf(
                "Pages: 8 at a time read %.1f times, 32 %.1f times as fast as one.%n", one / eight, one / most);
        Folders.delete(run.scratch);
    }

    private static FlightCase children(String name, int concurrency, long parents, long latency, boolean loaded) {
        return new FlightCase(name, concurrency, parents / FlightCase.PER_PAGE, parents, latency, loaded);
    }

    /** Seconds of reading. */
    private double measure(FlightCase flight) throws IOException, InterruptedException {
        long records = flight.pages() * FlightCase.PER_PAGE;
        try (ServerProcess server = ServerProcess.start(records, FlightCase.PER_PAGE, flight.latencyMillis())) {
            FlightCase.Result result = flight.run(distribution, scratch, server.url());
            System.out.print(FlightCase.row(result));
            return result.reading();
        }
    }
}
