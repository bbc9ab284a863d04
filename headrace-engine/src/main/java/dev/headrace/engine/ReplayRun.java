package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.loadpackage.PackageWriter;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.quarantine.QuarantineQuery;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;
import dev.headrace.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries the records again that are in quarantine, with the configuration as it is now. Used once. */
final class ReplayRun {

    private final RunSettings settings;
    private final ResourcePlan plan;
    private final String dataset;
    private final RunListener listener;
    private final RunRecorder recorder = new RunRecorder();

    ReplayRun(RunSettings settings, Source source) {
        this.settings = settings;
        this.plan = ResourcePlan.of(source, settings);
        this.dataset = settings.normalisedDataset();
        this.listener = settings.surroundings().listener().and(recorder);
    }

    /** @param limit at most so many records, the latest first */
    ReplayReport run(int limit) {
        try (PackageStore packages = settings.openPackages(listener);
                Loading loading = new Loading(settings, dataset, packages, listener, recorder)) {
            Committed committed = loading.restore(plan.source().name());
            refuseFailed(packages);
            Map<Resource, List<QuarantinedRow>> wanted = new LinkedHashMap<>();
            long others = find(wanted, limit);
            return wanted.isEmpty()
                    ? new ReplayReport(0, 0, 0, others, "", List.of())
                    : replay(wanted, others, committed, packages, loading);
        }
    }

    /** A failed package may be a replay: loading it later would bring its records a second time. */
    private void refuseFailed(PackageStore packages) {
        if (!packages.failed().isEmpty()) {
            throw new ConfigException("Cannot replay anything of pipeline '" + settings.pipeline()
                    + "': it has a package that could not be loaded. See 'headrace packages list', and retry or drop it"
                    + " first.");
        }
    }

    /** Takes the rows that can be tried; answers how many can't be. */
    private long find(Map<Resource, List<QuarantinedRow>> wanted, int limit) {
        Map<String, Resource> byName = new LinkedHashMap<>();
        plan.loaded().stream()
                .filter(resource -> !retiresTheOthers(resource))
                .forEach(resource -> byName.put(resource.name(), resource));
        long others = 0;
        for (QuarantinedRow row : rows(limit)) {
            Resource resource = byName.get(row.resource());
            if (resource == null || !row.isReplayable()) {
                others++;
            } else {
                wanted.computeIfAbsent(resource, missing -> new ArrayList<>()).add(row);
            }
        }
        return others;
    }

    /** A load of such a table stands for its whole content. */
    private static boolean retiresTheOthers(Resource resource) {
        return resource.hints().disposition() instanceof WriteDisposition.Merge merge
                && merge.strategy() == MergeStrategy.SCD2
                && resource.hints().mergeKey().isEmpty();
    }

    private List<QuarantinedRow> rows(int limit) {
        try (DestinationSession session = settings.destination().open(dataset)) {
            return session.quarantined(new QuarantineQuery(
                    settings.pipeline(), Optional.of(plan.source().name()), Optional.empty(), limit));
        }
    }

    private ReplayReport replay(
            Map<Resource, List<QuarantinedRow>> wanted,
            long others,
            Committed committed,
            PackageStore packages,
            Loading loading) {
        SchemaBeginning known = new SchemaBeginning(settings, committed.schema(), FreshStart.none());
        try (PackageWriter writer = packages.begin()) {
            SchemaContent beginning = known.content();
            ReplayedRecords records = new ReplayedRecords(settings, plan, known.toWorkingSchema(), writer, listener);
            wanted.forEach(records::take);
            LoadPackage written = records.finish(committed.schema(), beginning);
            loading.load(written);
            long tried = wanted.values().stream().mapToLong(List::size).sum();
            return new ReplayReport(
                    tried, records.loaded(), records.kept(), others, records.firstReason(), recorder.tables());
        }
    }
}
