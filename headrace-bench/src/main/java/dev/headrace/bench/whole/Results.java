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
        String name = name(kind);
        Path plot = Files.writeString(folder.resolve(name + ".svg"), Plot.svg(title, comparison));
        return figures(name, comparison) + "\nPlot: " + plot;
    }

    /** As {@link #keep(String, String, Comparison)}, without the drawing: where not everything was measured. */
    public String keep(String kind, Comparison comparison) throws IOException {
        return figures(name(kind), comparison);
    }

    private String name(String kind) throws IOException {
        Files.createDirectories(folder);
        return kind + "-" + STAMP.format(LocalDateTime.now(ZoneOffset.UTC));
    }

    private String figures(String name, Comparison comparison) throws IOException {
        return "Single runs: " + Files.writeString(folder.resolve(name + ".csv"), comparison.csv());
    }
}
