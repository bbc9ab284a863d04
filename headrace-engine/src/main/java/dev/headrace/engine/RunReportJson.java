package dev.headrace.engine;

import dev.headrace.HeadraceException;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.destination.RowChanges;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.json.JsonText;
import dev.headrace.load.LoadId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run as one JSON object, for other programs. After a failure its first key is {@code error}, an object with
 * {@code phase}, {@code kind} and {@code message}. Durations are seconds.
 */
public final class RunReportJson {

    private static final double NANOS_PER_SECOND = 1e9;

    private RunReportJson() {}

    /** The report as compact JSON. */
    public static String of(RunReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (report.failure() != null) {
            json.put("error", error(report.failure()));
        }
        json.put("pipeline", report.pipeline());
        json.put("dataset", report.dataset());
        json.put("destination", destination(report));
        json.put("loads", report.loads().stream().map(LoadId::value).toList());
        json.put(
                "resources",
                report.resources().stream().map(RunReportJson::resource).toList());
        json.put("tables", report.tables().stream().map(RunReportJson::table).toList());
        json.put("seconds", durations(report.durations()));
        json.put("warnings", report.warnings());
        json.put(
                "skipped", report.skipped().stream().map(RunReportJson::skipped).toList());
        json.put(
                "quarantined",
                report.quarantined().stream().map(RunReportJson::quarantined).toList());
        json.put(
                "deletes", report.deletes().stream().map(RunReportJson::deletes).toList());
        return JsonText.write(json);
    }

    private static Map<String, @Nullable Object> quarantined(QuarantinedRows rows) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("resource", rows.resource());
        json.put("count", rows.count());
        json.put("requests", rows.requests());
        json.put("first_reason", rows.firstReason());
        return json;
    }

    private static Map<String, @Nullable Object> deletes(RunReport.TableDeletes deletes) {
        DeleteResult result = deletes.result();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("table", deletes.table());
        json.put("rule", result.rule().label());
        json.put("outcome", result.outcome().label());
        json.put("rows", result.rows());
        json.put("rows_before", result.before());
        json.put("reason", result.reason());
        return json;
    }

    /** The report of a failure before there was anything to run, such as a faulty configuration. */
    public static String of(HeadraceException failure) {
        return JsonText.write(Map.of("error", error(failure)));
    }

    private static Map<String, @Nullable Object> error(HeadraceException failure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("phase", failure.phase().label());
        json.put("kind", failure.kind().label());
        json.put("message", failure.message());
        return json;
    }

    private static Map<String, @Nullable Object> destination(RunReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", report.destination());
        json.put("location", report.location());
        return json;
    }

    private static Map<String, @Nullable Object> resource(RunReport.ResourceReport resource) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("resource", resource.resource());
        json.put("pages", resource.pages());
        json.put("records", resource.records());
        json.put("announced", resource.announced());
        RunReport.ResourceCounts counts = resource.counts();
        if (counts != null) {
            json.put("read", counts.read());
            json.put("left_out", counts.leftOut());
            json.put("in_package", counts.inPackage());
            json.put("in_destination", counts.inDestination());
            json.put("completeness", counts.verdict().label());
            json.put("reason", counts.reason());
        }
        return json;
    }

    private static Map<String, @Nullable Object> table(TableResult table) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("table", table.table());
        json.put("rows_in", table.rowsIn());
        json.put("rows_now", table.rowsNow());
        if (table.estimated()) {
            json.put("rows_now_estimated", true);
        }
        json.put("new_columns", table.newColumns());
        json.put("created", table.created());
        RowChanges changes = table.changes();
        if (changes != null) {
            json.put("rows_inserted", changes.inserted());
            json.put("rows_left_out", changes.leftOut());
        }
        json.put("seconds", seconds(table.took()));
        return json;
    }

    private static Map<String, @Nullable Object> skipped(SkippedRequests skipped) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("resource", skipped.resource());
        json.put("count", skipped.count());
        json.put(
                "requests", skipped.first().stream().map(RunReportJson::skipped).toList());
        return json;
    }

    private static Map<String, @Nullable Object> skipped(RunEvent.RequestSkipped skipped) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("request", skipped.request().request());
        json.put("status", skipped.request().status());
        json.put("reason", skipped.request().reason());
        json.put("attempts", skipped.request().attempts());
        json.put("parent", new TreeMap<>(skipped.parent()));
        json.put("pages_before", skipped.pagesBefore());
        return json;
    }

    private static Map<String, @Nullable Object> durations(RunReport.Durations durations) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("extract", seconds(durations.extract()));
        json.put("normalize", seconds(durations.normalise()));
        json.put("load", seconds(durations.load()));
        return json;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
