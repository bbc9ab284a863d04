package dev.headrace.bench.whole;

import dev.headrace.bench.measure.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Keeps the figures of every single run. */
record Results(Path folder) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Writes a new file, and tells which. */
    Path keep(String kind, Comparison comparison) throws IOException {
        Files.createDirectories(folder);
        String name = kind + "-" + STAMP.format(LocalDateTime.now(ZoneOffset.UTC)) + ".csv";
        return Files.writeString(folder.resolve(name), comparison.csv());
    }
}
