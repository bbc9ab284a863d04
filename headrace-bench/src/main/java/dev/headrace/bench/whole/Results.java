package dev.headrace.bench.whole;

import dev.headrace.bench.measure.Comparison;
import dev.headrace.bench.measure.Plot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Keeps the figures of every single run. */
public record Results(Path folder) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /**
     * Writes a new file of figures, and a drawing of them beside it.
     *
     * @param title of the drawing
     * @return a line that tells where they are
     */
    public String keep(String kind, String title, Comparison comparison) throws IOException {
        Files.createDirectories(folder);
        String name = kind + "-" + STAMP.format(LocalDateTime.now(ZoneOffset.UTC));
        Path figures = Files.writeString(folder.resolve(name + ".csv"), comparison.csv());
        Path plot = Files.writeString(folder.resolve(name + ".svg"), Plot.svg(title, comparison));
        return "Single runs: " + figures + "\nPlot: " + plot;
    }
}
