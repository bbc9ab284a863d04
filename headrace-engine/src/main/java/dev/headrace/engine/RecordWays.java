package dev.headrace.engine;

import dev.headrace.destination.RowChanges;
import dev.headrace.destination.TableResult;
import dev.headrace.engine.RunReport.ResourceCounts;
import dev.headrace.engine.RunReport.ResourceReport;
import dev.headrace.source.Completeness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the records of each resource from the source into the packages of a run, and on to the destination. */
final class RecordWays {

    private final Map<String, Way> byResource = new LinkedHashMap<>();
    /** Rows that tables got from the packages of this run; null: the destination did not count them. */
    private final Map<String, @Nullable Long> insertedByTable = new LinkedHashMap<>();

    /**
     * A package holds rows of a resource.
     *
     * @param found what the source has told so far
     * @param leftOut records of this package that are no rows, by reason
     */
    void packed(String resource, Completeness found, String table, long rows, Map<String, Long> leftOut) {
        byResource.computeIfAbsent(resource, name -> new Way(table)).add(found, rows, leftOut);
    }

    /** A package has been committed; one of an earlier run says nothing of this run's records. */
    void loaded(List<TableResult> results) {
        if (byResource.isEmpty()) {
            return;
        }
        for (TableResult result : results) {
            RowChanges changes = result.changes();
            Long before = insertedByTable.getOrDefault(result.table(), 0L);
            Long sum = changes == null || before == null ? null : Long.valueOf(before + changes.inserted());
            insertedByTable.put(result.table(), sum);
        }
    }

    /** The report of a resource with what is known here. */
    ResourceReport complete(ResourceReport report) {
        Way way = byResource.get(report.resource());
        return way == null
                ? report
                : new ResourceReport(
                        report.resource(),
                        report.pages(),
                        report.records(),
                        way.found.announced() == null ? report.announced() : way.found.announced(),
                        way.counts(inDestination(way)));
    }

    /** Where several resources fill a table, nothing tells whose rows are missing. */
    private @Nullable Long inDestination(Way way) {
        Long inserted = insertedByTable.get(way.table);
        if (inserted == null) {
            return insertedByTable.isEmpty() || insertedByTable.containsKey(way.table) ? null : Long.valueOf(0);
        }
        List<Way> all = byResource.values().stream()
                .filter(other -> other.table.equals(way.table))
                .toList();
        long packed = all.stream().mapToLong(other -> other.rows).sum();
        if (inserted == packed) {
            return way.rows;
        }
        return all.size() == 1 ? inserted : null;
    }

    /** That of one resource. */
    private static final class Way {

        private final String table;
        private final Map<String, Long> leftOut = new LinkedHashMap<>();
        private Completeness found = new Completeness(null, 0, Map.of(), Completeness.Verdict.UNPROVEN, "");
        private long rows;

        Way(String table) {
            this.table = table;
        }

        void add(Completeness soFar, long newRows, Map<String, Long> newlyLeftOut) {
            found = soFar;
            rows += newRows;
            newlyLeftOut.forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        }

        ResourceCounts counts(@Nullable Long inDestination) {
            Map<String, Long> all = new LinkedHashMap<>(found.leftOut());
            leftOut.forEach((reason, count) -> all.merge(reason, count, Long::sum));
            return new ResourceCounts(found.read(), all, rows, inDestination, found.verdict(), found.reason());
        }
    }
}
