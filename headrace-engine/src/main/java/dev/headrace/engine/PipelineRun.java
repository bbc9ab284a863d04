package dev.headrace.engine;

import dev.headrace.HeadraceException;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.state.LiveState;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run from the first look at the destination to the last commit. Used once. */
final class PipelineRun {

    private final RunSettings settings;
    private final Source source;
    private final RunRecorder recorder = new RunRecorder();
    private final RunListener listener;
    private final Instant began;
    private String dataset;

    PipelineRun(RunSettings settings, Source source) {
        this.settings = settings;
        this.source = source;
        this.listener = settings.surroundings().listener().and(recorder);
        this.dataset = settings.dataset();
        this.began = settings.surroundings().clock().instant();
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
        try (PackageStore packages = settings.openPackages(listener);
                Loading loading = new Loading(settings, dataset, packages, listener, recorder)) {
            Committed committed = loading.restore(source.name());
            announce(plan);
            extract(begin(plan, committed), committed, loading, packages);
        }
    }

    private SourceRun begin(ResourcePlan plan, Committed committed) {
        return SourceRun.of(
                plan,
                new LiveState(committed.state(), source.name()),
                new KeylessMerges(plan, listener),
                FreshStart.of(settings.overrides().refresh(), plan, committed),
                began);
    }

    private void extract(SourceRun fresh, Committed committed, Loading loading, PackageStore packages) {
        Resuming resuming = new Resuming(packages, settings.surroundings().clock(), listener);
        Optional<Resumption> found =
                resuming.find(settings.overrides().resume(), () -> RunTies.of(settings, fresh, committed));
        ReadingEvents events = new ReadingEvents(listener);
        try (Beginning beginning =
                found.flatMap(there -> goOn(fresh, there, resuming, events)).orElseGet(() -> begin(fresh, events))) {
            extract(beginning, events, committed, loading, packages);
        }
    }

    private Beginning begin(SourceRun fresh, ReadingEvents events) {
        SourceReader reader = fresh.plan().source().open(context(fresh, events));
        return new Beginning(fresh, reader, Optional.empty());
    }

    /**
     * A run whose reader is open.
     *
     * @param resumption where it goes on; empty: nowhere
     */
    private record Beginning(SourceRun run, SourceReader reader, Optional<Resumption> resumption)
            implements AutoCloseable {

        @Override
        public void close() {
            reader.close();
        }
    }

    private Optional<Beginning> goOn(SourceRun fresh, Resumption there, Resuming resuming, ReadingEvents events) {
        SourceRun run = fresh.after(there.snapshot());
        try {
            SourceReader reader = run.plan()
                    .source()
                    .open(context(run, events), there.snapshot().position());
            resuming.tell(there);
            recorder.add(there.counts());
            return Optional.of(new Beginning(run, reader, Optional.of(there)));
        } catch (IllegalArgumentException e) {
            resuming.giveUpUnreadable(there.snapshot(), source.name());
            fresh.live().restore(fresh.stateAtBeginning());
            return Optional.empty();
        }
    }

    private RunContext context(SourceRun run, ReadingEvents events) {
        return new RunContext(run, events, settings.surroundings());
    }

    /** Reads and commits, in one package or, where the source and the dispositions allow it, in several. */
    private void extract(
            Beginning beginning, ReadingEvents events, Committed before, Loading loading, PackageStore packages) {
        SourceRun run = beginning.run();
        Committed committed = before;
        Optional<Resumption> resumption = beginning.resumption();
        Intake intake = new Intake(settings, run.plan(), beginning.reader(), new DeleteOrders(settings, listener));
        Extraction part;
        do {
            part = new Extraction(settings, run, committed, listener, recorder);
            Optional<LoadPackage> written =
                    part.run(new Reading(beginning.reader(), intake, events, resumption), dataset, packages);
            resumption = Optional.empty();
            if (written.isPresent()) {
                loading.load(written.get());
                committed = committed.after(written.get());
                run.live().committed(committed.state());
            }
        } while (!part.isAtEnd());
    }

    private void announce(ResourcePlan plan) {
        plan.selected().forEach(recorder::expect);
        listener.on(new RunEvent.RunStarted(
                settings.pipeline(), settings.destination().type(), dataset, plan.selected()));
    }

    private RunReport report(@Nullable HeadraceException failure) {
        return RunReport.of(settings, dataset, recorder, failure);
    }
}
