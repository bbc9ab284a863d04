package dev.headrace.bench.measure;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A comparison as a drawing: for each candidate the median of its wall time, CPU time and memory as bars, and every single run
 * as a dot.
 */
public final class Plot {

    private static final double WIDTH = 900;
    private static final double NAMES_END = 150;
    private static final double TOP = 92;
    private static final double ROW = 58;
    private static final double BAR = 18;
    private static final double BELOW = 26;
    /** From the end of an axis to the end of the numbers beside it. */
    private static final double NUMBERS = 48;

    private static final String HEADING = "style=\"font-size:16px;font-weight:600\"";
    private static final String PLAIN = "style=\"font-weight:400\"";
    private static final String SMALL = "style=\"font-size:11px\"";

    private static final Quantity WALL = new Quantity("wall", Measurement::wallSeconds, 2);
    private static final Quantity CPU = new Quantity("cpu", Measurement::cpuSeconds, 2);
    private static final Quantity MEMORY = new Quantity("memory", Measurement::peakMegabytes, 0);

    private final Comparison comparison;
    private final Svg svg = new Svg();

    private Plot(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Draws a comparison.
     *
     * @param title what was done
     * @return an SVG document
     */
    public static String svg(String title, Comparison comparison) {
        return new Plot(comparison).draw(title);
    }

    private String draw(String title) {
        String bars = "Bars and numbers: median of " + comparison.rounds() + " rounds. Dots: single runs.";
        svg.text(0, 20, "start", HEADING, title);
        svg.text(0, 40, "start", PLAIN, bars);
        Scale seconds = Scale.upTo(Math.max(largest(WALL), largest(CPU)), 8, NAMES_END + 12, 400);
        Scale megabytes = Scale.upTo(largest(MEMORY), 4, 645, 190);
        axis(seconds);
        axis(megabytes);
        legend(WALL, seconds.left(), "wall time, s");
        legend(CPU, seconds.left() + 110, "CPU time, s");
        legend(MEMORY, megabytes.left(), "peak memory, MB");
        double y = TOP + 8;
        for (String candidate : comparison.candidates()) {
            row(candidate, y, seconds, megabytes);
            y += ROW;
        }
        return svg.document(WIDTH, bottom() + BELOW, title + ". " + bars);
    }

    private double bottom() {
        return TOP + comparison.candidates().size() * ROW;
    }

    private void legend(Quantity quantity, double x, String text) {
        svg.bar(quantity.kind + " key", x, TOP - 28, 12, 12);
        svg.text(x + 18, TOP - 18, "start", PLAIN, text);
    }

    private void axis(Scale scale) {
        for (double mark : scale.marks()) {
            svg.upright(scale.at(mark), TOP, bottom());
            int digits = (int) Math.max(0, Math.ceil(-Math.log10(scale.step())));
            String number = decimals(mark, digits);
            svg.text(scale.at(mark), bottom() + 16, "middle", SMALL, number);
        }
    }

    private void row(String candidate, double y, Scale seconds, Scale megabytes) {
        svg.text(NAMES_END, y + BAR + 4, "end", PLAIN, candidate);
        bar(WALL, candidate, y, seconds);
        bar(CPU, candidate, y + BAR + 2, seconds);
        bar(MEMORY, candidate, y + BAR / 2 + 1, megabytes);
    }

    private void bar(Quantity quantity, String candidate, double y, Scale scale) {
        Figures figures = comparison.figures(candidate, quantity.of);
        svg.bar(quantity.kind + " median", scale.left(), y, scale.length(figures.median()), BAR);
        for (Measurement run : comparison.runs(candidate)) {
            svg.dot(quantity.kind, scale.at(quantity.of.applyAsDouble(run)), y + BAR / 2);
        }
        double end = scale.left() + scale.width() + NUMBERS;
        svg.text(end, y + BAR - 4.5, "end", SMALL, decimals(figures.median(), quantity.decimals));
    }

    /** What is drawn of a run, and how. */
    private record Quantity(String kind, ToDoubleFunction<Measurement> of, int decimals) {}

    private double largest(Quantity quantity) {
        List<String> candidates = comparison.candidates();
        return candidates.stream()
                .mapToDouble(
                        candidate -> comparison.figures(candidate, quantity.of).largest())
                .max()
                .orElseThrow();
    }

    private static String decimals(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
