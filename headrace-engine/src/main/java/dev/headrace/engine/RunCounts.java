package dev.headrace.engine;

import dev.headrace.FailedRequest;
import dev.headrace.engine.RunReport.ResourceReport;
import dev.headrace.engine.document.PlainValues;
import dev.headrace.event.RunEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read and what was left out, so that another run can go on counting.
 *
 * @param resources by name
 */
record RunCounts(Map<String, ResourceReport> resources, List<SkippedRequests> skipped) {

    RunCounts {
        resources = Map.copyOf(resources);
        skipped = List.copyOf(skipped);
    }

    static RunCounts none() {
        return new RunCounts(Map.of(), List.of());
    }

    /** What has been added to these counts. */
    RunCounts since(RunCounts before) {
        Map<String, ResourceReport> added = new LinkedHashMap<>();
        resources.forEach((name, now) -> {
            ResourceReport then = before.resources.getOrDefault(name, new ResourceReport(name, 0, 0, null));
            added.put(
                    name,
                    new ResourceReport(
                            name, now.pages() - then.pages(), now.records() - then.records(), now.announced()));
        });
        return new RunCounts(
                added,
                skipped.stream()
                        .flatMap(now -> since(now, before.skipped).stream())
                        .toList());
    }

    private static Optional<SkippedRequests> since(SkippedRequests now, List<SkippedRequests> before) {
        SkippedRequests then = before.stream()
                .filter(each -> each.resource().equals(now.resource()))
                .findFirst()
                .orElse(new SkippedRequests(now.resource(), 0, List.of()));
        return now.count() == then.count()
                ? Optional.empty()
                : Optional.of(new SkippedRequests(
                        now.resource(),
                        now.count() - then.count(),
                        now.first().subList(then.first().size(), now.first().size())));
    }

    /** Both together; what was announced is what these counts say, if they do. */
    RunCounts and(RunCounts others) {
        Map<String, ResourceReport> sums = new LinkedHashMap<>(resources);
        others.resources.forEach((name, other) -> sums.merge(name, other, RunCounts::sum));
        Map<String, SkippedRequests> all = new LinkedHashMap<>();
        others.skipped.forEach(each -> all.put(each.resource(), each));
        skipped.forEach(each -> all.merge(each.resource(), each, SkippedRequests::and));
        return new RunCounts(sums, List.copyOf(all.values()));
    }

    private static ResourceReport sum(ResourceReport one, ResourceReport other) {
        return new ResourceReport(
                one.resource(),
                one.pages() + other.pages(),
                one.records() + other.records(),
                one.announced() == null ? other.announced() : one.announced());
    }

    /** The same with further records, by resource. */
    RunCounts withRecords(Map<String, Long> further) {
        Map<String, ResourceReport> all = new LinkedHashMap<>(resources);
        further.forEach((name, records) -> all.merge(name, new ResourceReport(name, 0, records, null), RunCounts::sum));
        return new RunCounts(all, skipped);
    }

    Map<String, @Nullable Object> toDocument() {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        resources.forEach((name, resource) -> {
            Map<String, @Nullable Object> counts = new LinkedHashMap<>();
            counts.put("pages", resource.pages());
            counts.put("records", resource.records());
            counts.put("announced", resource.announced());
            byName.put(name, counts);
        });
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("resources", byName);
        document.put("skipped", skipped.stream().map(RunCounts::document).toList());
        return document;
    }

    private static Map<String, @Nullable Object> document(SkippedRequests skipped) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("resource", skipped.resource());
        document.put("count", skipped.count());
        document.put("first", skipped.first().stream().map(RunCounts::document).toList());
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

    /** What {@link #toDocument} made; what is missing counts as nothing. */
    static RunCounts of(Map<String, @Nullable Object> document) {
        Map<String, ResourceReport> resources = new LinkedHashMap<>();
        PlainValues.object(document, "resources").forEach((name, value) -> {
            Map<String, @Nullable Object> counts = PlainValues.object(value).orElse(Map.of());
            resources.put(
                    name,
                    new ResourceReport(
                            name,
                            (int) PlainValues.integer(counts, "pages"),
                            PlainValues.integer(counts, "records"),
                            PlainValues.integer(counts.get("announced")).orElse(null)));
        });
        List<SkippedRequests> skipped = new ArrayList<>();
        for (Map<String, @Nullable Object> each : PlainValues.objects(document.get("skipped"))) {
            skipped.add(skipped(each));
        }
        return new RunCounts(resources, skipped);
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
