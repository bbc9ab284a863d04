package dev.headrace.bench.stages;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of pages to full column buffers of three tables, row ids included. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NormaliseBenchmark {

    /** A normaliser whose columns are there from the warm-up on. */
    @State(Scope.Benchmark)
    public static class Open {

        private final Normalising normalising = Normalising.intoNothing();

        @TearDown
        public void close() {
            normalising.close();
        }
    }

    @Benchmark
    public long normaliser(Pages pages, Open open) {
        return open.normalising.write(pages.all());
    }
}
