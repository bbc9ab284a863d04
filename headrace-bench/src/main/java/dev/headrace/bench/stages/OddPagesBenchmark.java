package dev.headrace.bench.stages;

import dev.headrace.engine.column.TableBatch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * From bytes to columns for pages of each {@link PageKind}, beside a bare loop over their tokens. The
 * engine gives ids to all rows: {@code ids} is what that alone takes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OddPagesBenchmark {

    /** The pages of one kind, a normaliser whose columns are there from the warm-up on, and columns for the ids of their rows. */
    @State(Scope.Benchmark)
    public static class OddPages {

        @Param
        public PageKind kind = PageKind.USUAL;

        private List<byte[]> pages = List.of();
        private final Normalising normalising = Normalising.intoNothing();
        private RowIdColumns ids = new RowIdColumns(List.of());

        @Setup
        public void make() {
            pages = kind.pages();
            List<TableBatch> batches = Normalising.batches(pages);
            ids = new RowIdColumns(batches);
        }

        @TearDown
        public void close() {
            normalising.close();
        }
    }

    @Benchmark
    public long columns(OddPages state) {
        return state.normalising.write(state.pages);
    }

    @Benchmark
    public long ids(OddPages state) {
        return state.ids.fill();
    }

    /** Strings are found and not decoded, numbers are not converted. */
    @Benchmark
    public long jacksonTokens(OddPages state) {
        JsonFactory factory = new JsonFactory();
        long tokens = 0;
        for (byte[] page : state.pages) {
            try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), page)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }
}
