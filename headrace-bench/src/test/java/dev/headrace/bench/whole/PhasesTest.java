package dev.headrace.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.bench.measure.Measurement;
import org.junit.jupiter.api.Test;

class PhasesTest {

    @Test
    void setsTheWholeAndReadingAgainstLoadingRunByRun() {
        Phases phases = new Phases();
        phases.add(new Measurement(6, 0, 0), new ReportedSeconds(2, 1, 2));
        phases.add(new Measurement(20, 0, 0), new ReportedSeconds(8, 2, 5));
        phases.add(new Measurement(9, 0, 0), new ReportedSeconds(3, 1, 4));

        assertThat(phases.text(2.25))
                .isEqualTo(
                        "Headrace reads for 4.00 s and loads the package in 4.00 s: reading takes 1.50 times as long as"
                                + " loading (goal 0.8), the whole 3.00 times, and 2.25 times as long as DuckDB alone needs for the"
                                + " package (2.3).");
    }
}
