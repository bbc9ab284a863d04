package dev.headrace.testkit.crash;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all rounds have shown. */
public final class Tally {

    private final long seed;
    private final List<RoundResult> results;

    Tally(long seed, List<RoundResult> results) {
        this.seed = seed;
        this.results = List.copyOf(results);
    }

    /** What rounds have shown that was wrong, one text for each of them. */
    public List<String> failures() {
        return results.stream()
                .filter(result -> !result.isEqual())
                .map(RoundResult::toString)
                .toList();
    }

    /** How many processes were killed. */
    public int kills() {
        return results.stream().mapToInt(result -> result.kills().size()).sum();
    }

    /** How many pages that had come before a kill were not asked for again. */
    public int spared() {
        return results.stream().mapToInt(RoundResult::spared).sum();
    }

    /** A table for people, some lines long. */
    @Override
    public String toString() {
        Map<String, Integer> byScenario = new TreeMap<>();
        Map<Stage, Integer> byStage = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            byStage.put(stage, 0);
        }
        for (RoundResult result : results) {
            byScenario.merge(result.scenario().toString(), 1, Integer::sum);
            result.kills().forEach(stage -> byStage.merge(stage, 1, Integer::sum));
        }
        StringBuilder text = new StringBuilder("seed " + seed + ", " + results.size() + " rounds\n");
        byScenario.forEach((scenario, rounds) -> text.append("  %-40s %4d%n".formatted(scenario, rounds)));
        text.append("kills: ").append(kills()).append('\n');
        byStage.forEach((stage, number) ->
                text.append("  %-40s %4d%n".formatted(stage.name().toLowerCase(java.util.Locale.ROOT), number)));
        text.append("runs that ended before they were to be killed: ")
                .append(results.stream().mapToInt(RoundResult::missed).sum());
        text.append("\npages that had come before a kill: asked for again ")
                .append(results.stream().mapToInt(RoundResult::askedAgain).sum())
                .append(", not ")
                .append(spared());
        return text.append("\nrounds with differences: ")
                .append(failures().size())
                .append('\n')
                .toString();
    }
}
