package dev.headrace.bench.stages;

import dev.headrace.json.JsonScanner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Our scanner and Jackson's, each over all tokens: strings are found and not decoded, numbers are not converted. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScanBenchmark {

    @Benchmark
    public long scanner(Pages pages) {
        JsonScanner scanner = new JsonScanner();
        long tokens = 0;
        for (byte[] page : pages.all()) {
            scanner.reset(page, 0, page.length);
            tokens += value(scanner);
            scanner.endDocument();
        }
        return tokens;
    }

    private static long value(JsonScanner scanner) {
        return switch (scanner.peekValue()) {
            case JsonScanner.OBJECT -> object(scanner);
            case JsonScanner.ARRAY -> array(scanner);
            default -> {
                scanner.skipValue();
                yield 1;
            }
        };
    }

    private static long object(JsonScanner scanner) {
        long tokens = 2;
        scanner.beginObject();
        while (scanner.nextKey()) {
            tokens += 1 + value(scanner);
        }
        return tokens;
    }

    private static long array(JsonScanner scanner) {
        long tokens = 2;
        scanner.beginArray();
        while (scanner.nextElement()) {
            tokens += value(scanner);
        }
        return tokens;
    }

    @Benchmark
    public long jackson(Pages pages) {
        JsonFactory factory = new JsonFactory();
        long tokens = 0;
        for (byte[] page : pages.all()) {
            try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), page)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }
}
