package dev.headrace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void takesTheMiddleReading() {
        assertThat(Figures.of(5, 1, 3)).isEqualTo(new Figures(3, 1, 5));
        assertThat(Figures.of(4, 1, 3, 2)).isEqualTo(new Figures(2.5, 1, 4));
        assertThatIllegalArgumentException().isThrownBy(Figures::of);
    }

    @Test
    void dividesWithinEachRoundBeforeTakingTheMiddle() {
        Comparison comparison = new Comparison();
        round(comparison, 1, 2);
        round(comparison, 10, 10);
        round(comparison, 3, 12);

        // Rounds: 0.5, 1, 0.25. The medians divided would be 3 / 10.
        assertThat(comparison.ratio("theirs", Measurement::wallSeconds)).isEqualTo(0.5);
    }

    @Test
    void showsMediansAndRatios() {
        Comparison comparison = new Comparison();
        round(comparison, 1, 2);
        round(comparison, 2, 8);
        round(comparison, 3, 9);

        assertThat(comparison.table().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "ours 2.00 [1.00..3.00] 4.00 200 1.00 1.00 1.00",
                        "theirs 8.00 [2.00..9.00] 16.00 800 0.33 0.33 0.33",
                        "The last three columns: ours divided by the row, median of 3 rounds.");
    }

    @Test
    void keepsEveryRun() {
        Comparison comparison = new Comparison();
        round(comparison, 1.25, 2);

        assertThat(comparison.csv().lines())
                .containsExactly(
                        "candidate,round,wall_s,cpu_s,peak_mb",
                        "ours,1,1.250,2.500,125.0",
                        "theirs,1,2.000,4.000,200.0");
    }

    private static void round(Comparison comparison, double ours, double theirs) {
        comparison.add("ours", new Measurement(ours, 2 * ours, 100 * ours));
        comparison.add("theirs", new Measurement(theirs, 2 * theirs, 100 * theirs));
    }
}
