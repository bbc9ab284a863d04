package dev.headrace.engine;

import dev.headrace.HeadraceException;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.loadpackage.PackageTarget;
import dev.headrace.engine.state.LiveState;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run from the first look at the destination to the last commit. Used once. */
final class PipelineRun {

    private final RunSettings settings;
    private final Source source;
    private final RunRecorder recorder = new RunRecorder();
    private final RunListener listener;
    private String dataset;

    PipelineRun(RunSettings settings, Source source) {
        this.settings = settings;
        this.source = source;
        this.listener = settings.surroundings().listener().and(recorder);
        this.dataset = settings.dataset();
    }

    RunReport attempt() {
        try {
            run();
            return report(null);
        } catch (HeadraceException e) {
            return report(e);
        }
    }

    private void run() {
        ResourcePlan plan = ResourcePlan.of(source, settings);
        dataset = settings.normalisedDataset();
        try (PackageStore packages = openPackages();
                Loading loading = new Loading(settings, dataset, packages, listener, recorder)) {
            Committed committed = loading.restore(source.name());
            announce(plan);
            LiveState live = new LiveState(committed.state(), source.name());
            SourceRun run = new SourceRun(
                    plan,
                    live,
                    new KeylessMerges(plan, listener),
                    FreshStart.of(settings.overrides().refresh(), plan, committed));
            run.forget();
            try (SourceReader reader = plan.source().open(new RunContext(live, listener, settings.surroundings()))) {
                extract(run, reader, committed, loading, packages);
            }
        }
    }

    /** Reads and commits, in one package or, where the source and the dispositions allow it, in several. */
    private void extract(SourceRun run, SourceReader reader, Committed before, Loading loading, PackageStore packages) {
        Committed committed = before;
        Extraction part;
        do {
            part = new Extraction(settings, run, committed, listener, recorder);
            Optional<LoadPackage> written = part.run(reader, dataset, packages);
            if (written.isPresent()) {
                loading.load(written.get());
                committed = committed.after(written.get());
                run.live().committed(committed.state());
            }
        } while (!part.isAtEnd());
    }

    private PackageStore openPackages() {
        PackageTarget target = PackageTarget.of(settings.destination(), dataset);
        return PackageStore.open(
                settings.folder(),
                settings.pipeline(),
                target,
                settings.surroundings().clock(),
                new Patience(settings.surroundings(), listener));
    }

    private void announce(ResourcePlan plan) {
        plan.selected().forEach(recorder::expect);
        listener.on(new RunEvent.RunStarted(
                settings.pipeline(), settings.destination().type(), dataset, plan.selected()));
    }

    private RunReport report(@Nullable HeadraceException failure) {
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
                failure);
    }
}
