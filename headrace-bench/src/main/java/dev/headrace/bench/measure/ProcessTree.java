package dev.headrace.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads the memory of a process and of all below it. A process that has just ended counts as none. */
final class ProcessTree {

    private static final String HIGH_WATER = "VmHWM:";

    private ProcessTree() {}

    /** The largest resident set that any one of them has had so far. */
    static long peakKilobytes(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            long below = threads.flatMap(ProcessTree::children)
                    .mapToLong(ProcessTree::peakKilobytes)
                    .max()
                    .orElse(0);
            return Math.max(below, highWater(pid));
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static Stream<Long> children(Path thread) {
        try {
            String text = Files.readString(thread.resolve("children")).strip();
            return text.isEmpty() ? Stream.of() : Stream.of(text.split(" ")).map(Long::valueOf);
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static long highWater(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(HIGH_WATER))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }
}
