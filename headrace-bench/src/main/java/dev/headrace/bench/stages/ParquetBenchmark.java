package dev.headrace.bench.stages;

import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.parquet.ParquetColumn;
import dev.headrace.engine.parquet.ParquetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Full column buffers to files, each brought to the disk. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParquetBenchmark {

    /** Batches, and a folder for files. */
    @State(Scope.Benchmark)
    public static class Batches {

        private final List<TableBatch> batches = Normalising.batches(new Pages().all());
        private final Path folder = newFolder();

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("headrace-parquet");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @TearDown(Level.Trial)
        public void delete() throws IOException {
            Files.delete(folder);
        }
    }

    @Benchmark
    public long writer(Batches state) throws IOException {
        long bytes = 0;
        for (TableBatch batch : state.batches) {
            Path file = state.folder.resolve(batch.table() + ".parquet");
            try (ParquetWriter writer = ParquetWriter.create(file, columns(batch))) {
                writer.write(batch);
                bytes += writer.finish().bytes();
            }
            Files.delete(file);
        }
        return bytes;
    }

    private static List<ParquetColumn> columns(TableBatch batch) {
        return batch.columns().stream()
                .map(column -> new ParquetColumn(column.name(), column.type(), true))
                .toList();
    }
}
