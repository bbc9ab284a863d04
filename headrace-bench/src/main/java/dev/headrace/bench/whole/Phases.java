package dev.headrace.bench.whole;

import dev.headrace.bench.measure.Figures;
import dev.headrace.bench.measure.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What whole loads are made of: the way of the records into the package, and that of the finished package into the database. */
final class Phases {

    /** The goals for the two ratios. */
    private static final double WHOLE_TO_DUCKDB_ALONE = 2.3;

    private static final double READING_TO_LOAD = 0.8;

    private final List<Run> runs = new ArrayList<>();

    private record Run(double whole, ReportedSeconds parts) {}

    void add(Measurement whole, ReportedSeconds parts) {
        runs.add(new Run(whole.wallSeconds(), parts));
    }

    /**
     * The medians over all runs, of which there must be one.
     *
     * @param toDuckDbAlone the whole as a multiple of what DuckDB alone needs for the package
     */
    String text(double toDuckDbAlone) {
        return String.format(
                Locale.ROOT,
                "Headrace reads for %.2f s and loads the package in %.2f s: reading takes %.2f times as long as loading"
                        + " (goal %.1f), the whole %.2f times, and %.2f times as long as DuckDB alone needs for the package (%.1f).",
                median(run -> run.parts().reading()),
                median(run -> run.parts().load()),
                median(run -> run.parts().reading() / run.parts().load()),
                READING_TO_LOAD,
                median(run -> run.whole() / run.parts().load()),
                toDuckDbAlone,
                WHOLE_TO_DUCKDB_ALONE);
    }

    private double median(ToDoubleFunction<Run> quantity) {
        return Figures.of(runs.stream().mapToDouble(quantity).toArray()).median();
    }
}
