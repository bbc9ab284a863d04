package dev.headrace.engine;

import dev.headrace.deletes.DeleteResult;
import dev.headrace.destination.TableResult;
import dev.headrace.engine.RunReport.Durations;
import dev.headrace.engine.RunReport.ResourceReport;
import dev.headrace.engine.RunReport.TableDeletes;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.source.Completeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what a run's report will say. Events may come from any thread. */
final class RunRecorder implements RunListener {

    private final Map<String, ResourceCount> resources = new LinkedHashMap<>();
    private final List<LoadId> loads = new ArrayList<>();
    private final List<TableResult> tables = new ArrayList<>();
    private final List<TableDeletes> deletes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, SkippedRequests> skipped = new LinkedHashMap<>();
    private final RecordWays ways = new RecordWays();
    private final Map<String, QuarantinedRows> quarantined = new LinkedHashMap<>();
    private Duration extract = Duration.ZERO;
    private Duration normalise = Duration.ZERO;
    private Duration load = Duration.ZERO;

    @Override
    public synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.PageRead page) {
            count(page.resource()).page(page);
        } else if (event instanceof RunEvent.Warned warned) {
            warnings.add(warned.resource() == null ? warned.message() : warned.resource() + ": " + warned.message());
        } else if (event instanceof RunEvent.RequestSkipped one) {
            skipped.compute(
                    one.resource(),
                    (name, known) -> (known == null ? new SkippedRequests(name, 0, List.of()) : known).and(one));
        }
    }

    /** The resource belongs into the report, whatever is read of it. */
    synchronized void expect(String resource) {
        count(resource);
    }

    synchronized void records(String resource, long records) {
        count(resource).records += records;
    }

    synchronized void quarantined(QuarantinedRows rows) {
        quarantined.merge(rows.resource(), rows, QuarantinedRows::and);
    }

    /** Everything so far. */
    synchronized RunCounts counts() {
        Map<String, ResourceReport> byName = new LinkedHashMap<>();
        resources.forEach((name, count) -> byName.put(name, count.report(name)));
        return new RunCounts(byName, skipped(), quarantined(), Map.of());
    }

    /** Goes on counting behind these counts. */
    synchronized void add(RunCounts earlier) {
        earlier.resources().forEach((name, counts) -> count(name).add(counts));
        earlier.skipped().forEach(each -> skipped.put(each.resource(), each));
        earlier.quarantined().forEach(this::quarantined);
    }

    /**
     * What the source tells of a resource so far, and what its part of a package has come to.
     *
     * @param leftOut records that are no rows, by reason
     */
    synchronized void counted(String resource, Completeness found, String table, long rows, Map<String, Long> leftOut) {
        ways.packed(resource, found, table, rows, leftOut);
    }

    synchronized void loaded(LoadId id, List<TableResult> results, Duration took) {
        loads.add(id);
        tables.addAll(results);
        for (TableResult result : results) {
            DeleteResult found = result.deletes();
            if (found != null) {
                deletes(result.table(), found);
            }
        }
        ways.loaded(results);
        load = load.plus(took);
    }

    /** What became of rows that the source has no longer, where that is known before a load. */
    synchronized void deletes(String table, DeleteResult result) {
        deletes.add(new TableDeletes(table, result));
    }

    synchronized List<TableDeletes> deletes() {
        return List.copyOf(deletes);
    }

    synchronized void extracted(Duration reading, Duration normalising) {
        extract = extract.plus(reading);
        normalise = normalise.plus(normalising);
    }

    synchronized List<ResourceReport> resources() {
        return resources.entrySet().stream()
                .map(entry -> ways.complete(entry.getValue().report(entry.getKey())))
                .toList();
    }

    synchronized List<LoadId> loads() {
        return List.copyOf(loads);
    }

    synchronized List<TableResult> tables() {
        return List.copyOf(tables);
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    synchronized List<SkippedRequests> skipped() {
        return List.copyOf(skipped.values());
    }

    synchronized List<QuarantinedRows> quarantined() {
        return List.copyOf(quarantined.values());
    }

    synchronized Durations durations() {
        return new Durations(extract, normalise, load);
    }

    private ResourceCount count(String resource) {
        return resources.computeIfAbsent(resource, name -> new ResourceCount());
    }

    /** What has been read of one resource so far. */
    private static final class ResourceCount {
        private int pages;
        private long records;
        private @Nullable Long announced;

        void page(RunEvent.PageRead page) {
            pages++;
            announced = page.totalRecords() == null ? announced : page.totalRecords();
        }

        void add(ResourceReport earlier) {
            pages += earlier.pages();
            records += earlier.records();
            announced = earlier.announced();
        }

        ResourceReport report(String resource) {
            return new ResourceReport(resource, pages, records, announced);
        }
    }
}
