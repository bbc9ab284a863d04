package dev.headrace.bench.stages;

import dev.headrace.bench.options.Options;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmark of odd pages and prints how the way to columns stands against the loop over tokens. Ratios are those of
 * the fastest iterations: what else the machine does can only make one slower.
 */
public final class StageRatios {

    private static final String COLUMNS = "columns";
    private static final String IDS = "ids";
    private static final String TOKENS = "jacksonTokens";

    private StageRatios() {}

    /** @param arguments options */
    public static void main(String[] arguments) throws RunnerException {
        Options options = Options.parse(List.of(arguments), "forks", "iterations", "kinds");
        System.out.print(table(new Runner(jmh(options)).run()));
    }

    private static org.openjdk.jmh.runner.options.Options jmh(Options options) {
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include(OddPagesBenchmark.class.getName())
                .forks(options.integer("forks", 1))
                .measurementIterations(options.integer("iterations", 5));
        options.text("kinds").ifPresent(kinds -> builder.param("kind", kinds.split(",")));
        return builder.build();
    }

    private static String table(Collection<RunResult> runs) {
        Map<PageKind, Map<String, Result<?>>> byKind = new EnumMap<>(PageKind.class);
        for (RunResult run : runs) {
            PageKind kind = PageKind.valueOf(run.getParams().getParam("kind"));
            Result<?> result = run.getPrimaryResult();
            byKind.computeIfAbsent(kind, found -> new LinkedHashMap<>()).put(result.getLabel(), result);
        }
        StringBuilder table = new StringBuilder(String.format(
                "%n%-10s %18s %18s %18s %10s %10s %8s%n",
                "pages", "columns ms", "tokens ms", "ids ms", "with ids", "without", "bound"));
        byKind.forEach((kind, results) -> table.append(row(kind, results)));
        return table + "Fastest and slowest iterations; ratios of the fastest to the bare loop over Jackson's tokens."
                + " Without: the time of the ids taken off.\n";
    }

    private static String row(PageKind kind, Map<String, Result<?>> results) {
        double tokens = fastest(results, TOKENS);
        double columns = fastest(results, COLUMNS);
        double without = (columns - fastest(results, IDS)) / tokens;
        return String.format(
                "%-10s %18s %18s %18s %10.2f %10.2f %8.2f%s%n",
                kind.name().toLowerCase(Locale.ROOT),
                reading(results, COLUMNS),
                reading(results, TOKENS),
                reading(results, IDS),
                columns / tokens,
                without,
                kind.bound(),
                without <= kind.bound() ? "" : "  missed");
    }

    private static double fastest(Map<String, Result<?>> results, String benchmark) {
        return result(results, benchmark).getStatistics().getMin();
    }

    private static String reading(Map<String, Result<?>> results, String benchmark) {
        Statistics iterations = result(results, benchmark).getStatistics();
        return String.format("%.2f [..%.2f]", iterations.getMin(), iterations.getMax());
    }

    private static Result<?> result(Map<String, Result<?>> results, String benchmark) {
        Result<?> found = results.get(benchmark);
        if (found == null) {
            throw new IllegalStateException("JMH has no result of '" + benchmark + "', only of " + results.keySet());
        }
        return found;
    }
}
