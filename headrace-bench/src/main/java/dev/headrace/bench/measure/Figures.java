package dev.headrace.bench.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Several readings of one quantity. */
public record Figures(double median, double smallest, double largest) {

    /** @throws IllegalArgumentException without readings */
    public static Figures of(double... readings) {
        if (readings.length == 0) {
            throw new IllegalArgumentException("there is no median of nothing");
        }
        double[] sorted = readings.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figures(median, sorted[0], sorted[sorted.length - 1]);
    }

    static Figures of(List<Measurement> runs, ToDoubleFunction<Measurement> quantity) {
        return of(runs.stream().mapToDouble(quantity).toArray());
    }

    /**
     * The ratio of each reading of {@code ours} to the one of {@code theirs} that was taken next to it: what slows the
     * machine down for a while touches both.
     */
    static Figures ratio(List<Measurement> ours, List<Measurement> theirs, ToDoubleFunction<Measurement> quantity) {
        if (ours.size() != theirs.size()) {
            throw new IllegalArgumentException("runs without partners: " + ours.size() + " and " + theirs.size());
        }
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = quantity.applyAsDouble(ours.get(i)) / quantity.applyAsDouble(theirs.get(i));
        }
        return of(ratios);
    }
}
