package dev.headrace.bench.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * From a quantity to a place on the drawing; 0 is at the left.
 *
 * @param left where 0 is
 * @param width how far the largest value is from there
 * @param step between two marks of the axis
 * @param steps how many of them there are
 */
record Scale(double left, double width, double step, int steps) {

    /** Steps that are easy to count in, each about half of the next. */
    private static final double[] ROUND = {1, 2, 5, 10};

    /**
     * A scale that ends at a round number.
     *
     * @param largest what has to fit, more than 0
     * @param most how many steps there may be
     */
    static Scale upTo(double largest, int most, double left, double width) {
        double power = Math.pow(10, Math.floor(Math.log10(largest / most)));
        double step = power * ROUND[0];
        for (int i = 1; step * most < largest && i < ROUND.length; i++) {
            step = power * ROUND[i];
        }
        return new Scale(left, width, step, Math.max(1, (int) Math.ceil(largest / step)));
    }

    double length(double value) {
        return value / (step * steps) * width;
    }

    double at(double value) {
        return left + length(value);
    }

    /** The values that the axis names. */
    List<Double> marks() {
        return IntStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList();
    }
}
