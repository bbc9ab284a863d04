package dev.headrace.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of several candidates, in rounds; the first candidate is the one that the others are compared with. */
public final class Comparison {

    private static final String ROW = "%-24s %8s %18s %8s %8s   %8s %8s %8s%n";

    private final Map<String, List<Measurement>> runs = new LinkedHashMap<>();

    public void add(String candidate, Measurement run) {
        runs.computeIfAbsent(candidate, name -> new ArrayList<>()).add(run);
    }

    /**
     * How the first candidate stands against another one: the median, over the rounds, of its figure divided by the
     * other's. Below 1 the first one is better.
     */
    public double ratio(String other, ToDoubleFunction<Measurement> quantity) {
        return Figures.ratio(ofFirst(), runs(other), quantity).median();
    }

    /** The same for any two candidates. */
    public double ratio(String one, String other, ToDoubleFunction<Measurement> quantity) {
        return Figures.ratio(runs(one), runs(other), quantity).median();
    }

    /** What the runs of a candidate took. */
    public Figures figures(String candidate, ToDoubleFunction<Measurement> quantity) {
        return Figures.of(runs(candidate), quantity);
    }

    /** In the order in which they came. */
    List<String> candidates() {
        return List.copyOf(runs.keySet());
    }

    /** How many runs of each candidate there are. */
    int rounds() {
        return ofFirst().size();
    }

    private List<Measurement> ofFirst() {
        return runs.values().iterator().next();
    }

    /** Every run of a candidate, in order. */
    List<Measurement> runs(String candidate) {
        List<Measurement> found = runs.get(candidate);
        if (found == null) {
            throw new IllegalArgumentException("no runs of " + candidate);
        }
        return found;
    }

    /** Medians of each candidate, and the ratios of the first candidate to it. */
    public String table() {
        StringBuilder table = new StringBuilder(
                String.format(ROW, "", "wall s", "[least..most]", "CPU s", "peak MB", "wall", "CPU", "memory"));
        String first = runs.keySet().iterator().next();
        runs.keySet().forEach(candidate -> table.append(row(candidate)));
        return table + "The last three columns: " + first + " divided by the row, median of " + rounds() + " rounds.\n";
    }

    private String row(String candidate) {
        List<Measurement> own = runs(candidate);
        Figures wall = Figures.of(own, Measurement::wallSeconds);
        return String.format(
                ROW,
                candidate,
                decimal(wall.median()),
                "[" + decimal(wall.smallest()) + ".." + decimal(wall.largest()) + "]",
                decimal(Figures.of(own, Measurement::cpuSeconds).median()),
                String.format(
                        Locale.ROOT,
                        "%.0f",
                        Figures.of(own, Measurement::peakMegabytes).median()),
                decimal(ratio(candidate, Measurement::wallSeconds)),
                decimal(ratio(candidate, Measurement::cpuSeconds)),
                decimal(ratio(candidate, Measurement::peakMegabytes)));
    }

    /** Every single run, one a line: candidate, round, wall seconds, CPU seconds, peak megabytes. */
    public String csv() {
        StringBuilder csv = new StringBuilder("candidate,round,wall_s,cpu_s,peak_mb\n");
        runs.forEach((candidate, measured) -> {
            for (int round = 0; round < measured.size(); round++) {
                Measurement run = measured.get(round);
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%.3f,%.3f,%.1f%n",
                        candidate,
                        round + 1,
                        run.wallSeconds(),
                        run.cpuSeconds(),
                        run.peakMegabytes()));
            }
        });
        return csv.toString();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
