package dev.headrace.engine;

import dev.headrace.engine.RunReport.ResourceReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read and what was left out, so that another run can go on counting.
 *
 * @param resources by name
 * @param leftOut records that were taken and are no rows of the package that is being written, by resource and reason
 */
record RunCounts(
        Map<String, ResourceReport> resources,
        List<SkippedRequests> skipped,
        List<QuarantinedRows> quarantined,
        Map<String, Map<String, Long>> leftOut) {

    RunCounts {
        resources = Map.copyOf(resources);
        skipped = List.copyOf(skipped);
        quarantined = List.copyOf(quarantined);
        leftOut = Map.copyOf(leftOut);
    }

    static RunCounts none() {
        return new RunCounts(Map.of(), List.of(), List.of(), Map.of());
    }

    /** How many records of a resource were taken. */
    long records(String resource) {
        ResourceReport counted = resources.get(resource);
        return counted == null ? 0 : counted.records();
    }

    /** How many of those are no rows, by reason. */
    Map<String, Long> leftOut(String resource) {
        return leftOut.getOrDefault(resource, Map.of());
    }

    /** How many of them are rows. */
    long rows(String resource) {
        return records(resource)
                - leftOut(resource).values().stream().mapToLong(Long::longValue).sum();
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
                        .toList(),
                quarantined.stream()
                        .flatMap(now -> since(now, before.quarantined).stream())
                        .toList(),
                leftOut);
    }

    private static Optional<QuarantinedRows> since(QuarantinedRows now, List<QuarantinedRows> before) {
        QuarantinedRows then = before.stream()
                .filter(each -> each.resource().equals(now.resource()))
                .findFirst()
                .orElse(new QuarantinedRows(now.resource(), 0, 0, ""));
        return now.count() == then.count()
                ? Optional.empty()
                : Optional.of(new QuarantinedRows(
                        now.resource(),
                        now.count() - then.count(),
                        now.requests() - then.requests(),
                        now.firstReason()));
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
        Map<String, QuarantinedRows> bad = new LinkedHashMap<>();
        quarantined.forEach(each -> bad.put(each.resource(), each));
        others.quarantined.forEach(each -> bad.merge(each.resource(), each, QuarantinedRows::and));
        return new RunCounts(sums, List.copyOf(all.values()), List.copyOf(bad.values()), sum(leftOut, others.leftOut));
    }

    private static Map<String, Map<String, Long>> sum(
            Map<String, Map<String, Long>> one, Map<String, Map<String, Long>> other) {
        Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
        Stream.of(one, other)
                .forEach(each -> each.forEach((resource, reasons) -> {
                    Map<String, Long> known = sums.computeIfAbsent(resource, name -> new LinkedHashMap<>());
                    reasons.forEach((reason, count) -> known.merge(reason, count, Long::sum));
                }));
        return sums;
    }

    private static ResourceReport sum(ResourceReport one, ResourceReport other) {
        return new ResourceReport(
                one.resource(),
                one.pages() + other.pages(),
                one.records() + other.records(),
                one.announced() == null ? other.announced() : one.announced());
    }
}
