package dev.headrace.engine;

import dev.headrace.FailedRequest;
import dev.headrace.engine.RunReport.ResourceReport;
import dev.headrace.engine.document.PlainValues;
import dev.headrace.event.RunEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts as plain JSON values, for checkpoints. */
final class RunCountsDocument {

    private RunCountsDocument() {}

    /** What {@link #read} reads. */
    static Map<String, @Nullable Object> write(RunCounts counts) {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        counts.resources().forEach((name, resource) -> byName.put(name, document(resource)));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("resources", byName);
        document.put(
                "skipped",
                counts.skipped().stream().map(RunCountsDocument::document).toList());
        document.put(
                "quarantined",
                counts.quarantined().stream().map(RunCountsDocument::document).toList());
        document.put("left_out", counts.leftOut());
        return document;
    }

    private static Map<String, @Nullable Object> document(ResourceReport resource) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("pages", resource.pages());
        document.put("records", resource.records());
        document.put("announced", resource.announced());
        return document;
    }

    private static Map<String, @Nullable Object> document(QuarantinedRows rows) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("resource", rows.resource());
        document.put("count", rows.count());
        document.put("requests", rows.requests());
        document.put("first_reason", rows.firstReason());
        return document;
    }

    private static Map<String, @Nullable Object> document(SkippedRequests skipped) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("resource", skipped.resource());
        document.put("count", skipped.count());
        document.put(
                "first",
                skipped.first().stream().map(RunCountsDocument::document).toList());
        return document;
    }

    private static Map<String, @Nullable Object> document(RunEvent.RequestSkipped skipped) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("request", skipped.request().request());
        document.put("status", skipped.request().status());
        document.put("reason", skipped.request().reason());
        document.put("attempts", skipped.request().attempts());
        document.put("parent", skipped.parent());
        document.put("pages_before", skipped.pagesBefore());
        return document;
    }

    /** What {@link #write} made; what is missing counts as nothing. */
    static RunCounts read(Map<String, @Nullable Object> document) {
        Map<String, ResourceReport> resources = new LinkedHashMap<>();
        PlainValues.object(document, "resources")
                .forEach((name, value) -> resources.put(
                        name, resource(name, PlainValues.object(value).orElse(Map.of()))));
        List<SkippedRequests> skipped = new ArrayList<>();
        for (Map<String, @Nullable Object> each : PlainValues.objects(document.get("skipped"))) {
            skipped.add(skipped(each));
        }
        List<QuarantinedRows> quarantined = new ArrayList<>();
        for (Map<String, @Nullable Object> each : PlainValues.objects(document.get("quarantined"))) {
            quarantined.add(new QuarantinedRows(
                    PlainValues.text(each, "resource"),
                    PlainValues.integer(each, "count"),
                    PlainValues.integer(each, "requests"),
                    PlainValues.text(each, "first_reason")));
        }
        return new RunCounts(resources, skipped, quarantined, leftOut(PlainValues.object(document, "left_out")));
    }

    private static ResourceReport resource(String name, Map<String, @Nullable Object> counts) {
        return new ResourceReport(
                name,
                (int) PlainValues.integer(counts, "pages"),
                PlainValues.integer(counts, "records"),
                PlainValues.integer(counts.get("announced")).orElse(null));
    }

    private static Map<String, Map<String, Long>> leftOut(Map<String, @Nullable Object> document) {
        Map<String, Map<String, Long>> byResource = new LinkedHashMap<>();
        document.forEach((resource, value) -> {
            Map<String, @Nullable Object> reasons = PlainValues.object(value).orElse(Map.of());
            Map<String, Long> counts = new LinkedHashMap<>();
            reasons.keySet().forEach(reason -> counts.put(reason, PlainValues.integer(reasons, reason)));
            byResource.put(resource, counts);
        });
        return byResource;
    }

    private static SkippedRequests skipped(Map<String, @Nullable Object> document) {
        String resource = PlainValues.text(document, "resource");
        List<RunEvent.RequestSkipped> first = new ArrayList<>();
        for (Map<String, @Nullable Object> each : PlainValues.objects(document.get("first"))) {
            first.add(skipped(resource, each));
        }
        return new SkippedRequests(resource, PlainValues.integer(document, "count"), first);
    }

    private static RunEvent.RequestSkipped skipped(String resource, Map<String, @Nullable Object> document) {
        Map<String, String> parent = new LinkedHashMap<>();
        PlainValues.object(document, "parent").forEach((key, value) -> parent.put(key, String.valueOf(value)));
        Integer status = PlainValues.integer(document.get("status"))
                .map(Math::toIntExact)
                .orElse(null);
        FailedRequest request = new FailedRequest(
                PlainValues.text(document, "request"), status, PlainValues.text(document, "reason"), (int)
                        Math.max(1, PlainValues.integer(document, "attempts")));
        return new RunEvent.RequestSkipped(
                resource, request, parent, (int) PlainValues.integer(document, "pages_before"));
    }
}
