package dev.headrace.bench.stages;

import dev.headrace.bench.events.EventServer;
import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.events.ServerOptions;
import dev.headrace.engine.normalise.CountingSink;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.http.ApacheTransport;
import dev.headrace.rest.http.BodyBuffer;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.WireRequest;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.Paginators;
import dev.headrace.source.RecordSink;
import dev.headrace.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One request after another for pages of one record, over loopback: the whole reader with each paginator, and beside it the
 * same requests through the transport alone. What lies between them is our own loop.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(PaginatorBenchmark.REQUESTS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PaginatorBenchmark {

    static final int REQUESTS = 1000;

    /** The API of events with one record a page. */
    @State(Scope.Benchmark)
    public static class Api {

        private final EventServer server = start();

        private static EventServer start() {
            try {
                return EventServer.start(EventSet.first(REQUESTS), ServerOptions.plain(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            server.close();
        }
    }

    /** The ways from one page to the next. */
    public enum Way {
        OFFSET(Paginators.offset(1)),
        PAGE_NUMBER(Paginators.pageNumber(1)),
        CURSOR(Paginators.cursor("next_cursor", "cursor"));

        private final Paginator paginator;

        Way(Paginator paginator) {
            this.paginator = paginator;
        }
    }

    /** A source that is read anew in each operation. */
    @State(Scope.Benchmark)
    public static class Source {

        @Param
        public Way way = Way.OFFSET;

        private @Nullable RestSource source;

        @Setup
        public void make(Api api) {
            source = RestSource.at(api.server.url())
                    .resource(
                            "events",
                            events -> events.path("events").dataSelector("data").paginator(way.paginator))
                    .build();
        }
    }

    @Benchmark
    public long reader(Source state) {
        RecordSink sink = CountingSink.trusting("events");
        long pages = 0;
        try (SourceReader reader = Objects.requireNonNull(state.source).open(new PlainContext())) {
            while (reader.readPage(resource -> sink)) {
                pages++;
            }
        }
        return require(pages);
    }

    /** A page may be read in a step of its own that finds the end. */
    private static long require(long pages) {
        if (pages < REQUESTS - 1 || pages > REQUESTS + 1) {
            throw new IllegalStateException(pages + " pages in place of " + REQUESTS);
        }
        return pages;
    }

    @Benchmark
    public long transport(Api api) throws IOException {
        BodyBuffer buffer = new BodyBuffer();
        long bytes = 0;
        try (ApacheTransport transport = new ApacheTransport(Duration.ofSeconds(10))) {
            for (int page = 1; page <= REQUESTS; page++) {
                String url = api.server.url() + "/events?page=" + page;
                bytes += transport
                        .send(new WireRequest("GET", url, Headers.none(), null), buffer)
                        .length();
            }
        }
        return bytes;
    }
}
