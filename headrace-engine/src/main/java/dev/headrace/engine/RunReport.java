package dev.headrace.engine;

import dev.headrace.HeadraceException;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.destination.TableResult;
import dev.headrace.load.LoadId;
import dev.headrace.source.Completeness;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param destination the destination's type, such as {@code duckdb}
 * @param location where it is, for people
 * @param loads the packages that this run committed, in order; packages an earlier run left behind come first
 * @param resources the resources that were read, in their order
 * @param tables what became of the tables, in the order of the loads
 * @param warnings what the user should know, in the order in which it came up
 * @param skipped what the source left out, as its configuration allows; by resource
 * @param quarantined what could not be written and is in quarantine, by resource; also that of packages which were not loaded
 * @param deletes what became of rows that the source has no longer, in tables that are to lose them
 * @param failure what ended the run early; null when it did what it was asked for
 */
public record RunReport(
        String pipeline,
        String dataset,
        String destination,
        String location,
        List<LoadId> loads,
        List<ResourceReport> resources,
        List<TableResult> tables,
        Durations durations,
        List<String> warnings,
        List<SkippedRequests> skipped,
        List<QuarantinedRows> quarantined,
        List<TableDeletes> deletes,
        @Nullable HeadraceException failure) {

    public RunReport {
        loads = List.copyOf(loads);
        resources = List.copyOf(resources);
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
        skipped = List.copyOf(skipped);
        quarantined = List.copyOf(quarantined);
        deletes = List.copyOf(deletes);
    }

    /** What was recorded of a run. */
    static RunReport of(
            RunSettings settings, String dataset, RunRecorder recorder, @Nullable HeadraceException failure) {
        return new RunReport(
                settings.pipeline(),
                dataset,
                settings.destination().type(),
                settings.destination().location(),
                recorder.loads(),
                recorder.resources(),
                recorder.tables(),
                recorder.durations(),
                recorder.warnings(),
                recorder.skipped(),
                recorder.quarantined(),
                recorder.deletes(),
                failure);
    }

    public boolean succeeded() {
        return failure == null;
    }

    /** Whether nothing was left out, and nothing waits for somebody to allow it. */
    public boolean isComplete() {
        return succeeded()
                && skipped.isEmpty()
                && deletes.stream().noneMatch(each -> each.result().outcome() == DeleteResult.Outcome.OVER_LIMIT);
    }

    /** What became of rows of a table that the source has no longer. */
    public record TableDeletes(String table, DeleteResult result) {}

    /**
     * What was read of one resource.
     *
     * @param pages as the source tells them
     * @param records records handed on, those that a contract dropped included
     * @param announced how many the API said there are; null when it did not
     * @param counts what became of the records; null when it is not known, as of resources that only feed others
     */
    public record ResourceReport(
            String resource,
            int pages,
            long records,
            @Nullable Long announced,
            @Nullable ResourceCounts counts) {

        ResourceReport(String resource, int pages, long records, @Nullable Long announced) {
            this(resource, pages, records, announced, null);
        }
    }

    /**
     * The way of a resource's records from the source to the destination.
     *
     * @param read how many came
     * @param leftOut how many of those are not in the package, by reason; below 0 where there are more than came
     * @param inPackage rows in the resource's table
     * @param inDestination how many rows of the package the table has; null when nothing was loaded, or when the table has rows
     *     of several resources and not all of them
     * @param verdict whether all came that there is
     * @param reason what is behind the verdict; empty when all came
     */
    public record ResourceCounts(
            long read,
            Map<String, Long> leftOut,
            long inPackage,
            @Nullable Long inDestination,
            Completeness.Verdict verdict,
            String reason) {

        public ResourceCounts {
            leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        }
    }

    /**
     * Where the time went.
     *
     * @param extract waiting for the source, and reading what is not records
     * @param normalise waiting for records to become columns, which goes on beside reading, and for the package to be
     *     durable
     * @param load at the destination
     */
    public record Durations(Duration extract, Duration normalise, Duration load) {

        static Durations none() {
            return new Durations(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        }
    }
}
