package dev.headrace.bench.stages;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.process.Mask;
import dev.headrace.rest.process.MaskWatch;
import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.rest.process.RecordStep;
import dev.headrace.rest.process.Reshape;
import dev.headrace.rest.process.StepDefinition;
import dev.headrace.rest.process.Steps;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.openjdk.jmh.annotations.Warmup;

/** Records of pages through processing steps, from the bytes of the page to the bytes of what is left, on one core. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepsBenchmark {

    /** Which steps. */
    public enum Kind {
        FILTER(Steps.filter("status != 'cancelled' and sequence >= 2")),
        MASK(Reshape.mask(Map.of("location", new Mask.Redact()))),
        RENAME(Reshape.rename(Map.of("title", "subject"))),
        MASK_AND_RENAME(
                Reshape.mask(Map.of("location", new Mask.Redact())), Reshape.rename(Map.of("title", "subject")));

        private final ProcessingSteps steps;

        Kind(StepDefinition... steps) {
            this.steps = new ProcessingSteps(List.of(steps));
        }
    }

    /** Opened steps. */
    @State(Scope.Benchmark)
    public static class Opened {

        @Param
        public Kind kind = Kind.FILTER;

        private RecordStep step = (record, next) -> next.accept(record);

        @Setup
        public void open() {
            step = kind.steps.open(new MaskWatch()).orElseThrow();
        }
    }

    @Benchmark
    public long steps(Pages pages, Opened opened) {
        long[] bytes = {0};
        for (byte[] page : pages.all()) {
            JsonObject document = (JsonObject) JsonTree.parse(page, 0, page.length);
            JsonValue records = Objects.requireNonNull(document.member("data"));
            for (JsonValue record : ((JsonArray) records).elements()) {
                opened.step.accept(record, left -> bytes[0] += left.end() - left.start());
            }
            opened.step.endPage();
        }
        return bytes[0];
    }
}
