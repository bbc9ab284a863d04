package dev.headrace.engine;

import dev.headrace.DestinationException;
import dev.headrace.destination.Claim;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.destination.TableResult;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.state.PipelineFiles;
import dev.headrace.engine.state.StateDocument;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.LoadTerms;
import dev.headrace.source.CompletenessRule;
import java.time.Duration;
import java.util.List;

/**
 * What passes between a run and its destination. The connection is open only while something passes, so that others can use
 * the database while a source is read.
 */
final class Loading implements AutoCloseable {

    private final RunSettings settings;
    private final String dataset;
    private final PackageStore packages;
    private final PipelineFiles files;
    private final RunListener listener;
    private final RunRecorder recorder;
    private final Patience patience;
    private final FailedPackages failed;
    private final Claim claim;

    /**
     * Keeps other runs of the pipeline out of the dataset, wherever they run.
     *
     * @param packages also those that are loaded lie here
     */
    Loading(RunSettings settings, String dataset, PackageStore packages, RunListener listener, RunRecorder recorder) {
        this.settings = settings;
        this.dataset = dataset;
        this.packages = packages;
        this.files = new PipelineFiles(settings.folder());
        this.listener = listener;
        this.recorder = recorder;
        this.patience = new Patience(settings.surroundings(), listener);
        this.failed = FailedPackages.of(settings);
        this.claim = patience.await(() -> settings.destination().claim(dataset, settings.pipeline()));
    }

    /**
     * Loads the packages that earlier runs left behind, and tells what the next extraction goes on from. Those that can never be
     * loaded are put aside, and are told of in every run.
     */
    Committed restore(String source) {
        packages.pending().forEach(this::loadPending);
        failed.line(packages.failed()).ifPresent(line -> listener.on(new RunEvent.Warned(null, line)));
        Committed committed = committed(source);
        committed.warning().ifPresent(warning -> listener.on(new RunEvent.Warned(null, warning)));
        return committed;
    }

    /** What the destination knows now. */
    Committed committed(String source) {
        return Committed.of(find(source), source, files);
    }

    /**
     * Commits a package, then puts it away. Its state and schema are current from the commit on.
     *
     * @throws DestinationException when it was refused; the package stays, and is loaded by the next run, or is put aside when it
     *     can never be loaded as it is
     */
    void load(LoadPackage loadPackage) {
        try {
            commitAndArchive(loadPackage);
        } catch (DestinationException e) {
            if (e.reason() == DestinationException.Reason.PACKAGE) {
                listener.on(new RunEvent.Warned(
                        null, failed.putAside(loadPackage.id().value())));
            }
            throw e;
        }
    }

    private void commitAndArchive(LoadPackage loadPackage) {
        listener.on(new RunEvent.LoadStarted(loadPackage.id()));
        long begun = System.nanoTime();
        List<TableResult> results = commitOrKeep(loadPackage);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        recorder.loaded(loadPackage.id(), results, took);
        listener.on(new RunEvent.PackageCommitted(loadPackage.id(), took));
        loadPackage.state().map(StateDocument::decode).ifPresent(files::writeState);
        files.writeSchemaDocument(
                loadPackage.schema().name(), loadPackage.schema().document());
        packages.archive(loadPackage);
    }

    private void loadPending(LoadPackage found) {
        listener.on(new RunEvent.PendingPackageFound(found.id()));
        try {
            commitAndArchive(found);
        } catch (DestinationException e) {
            if (e.reason() != DestinationException.Reason.PACKAGE) {
                throw e;
            }
        }
    }

    private StoredPipeline find(String source) {
        try (DestinationSession session = open()) {
            return session.find(settings.pipeline(), source);
        }
    }

    private List<TableResult> commitOrKeep(LoadPackage loadPackage) {
        try {
            return patience.await(() -> commit(loadPackage));
        } catch (DestinationException e) {
            if (e.reason() == DestinationException.Reason.PACKAGE) {
                packages.fail(
                        loadPackage.id(), settings.surroundings().redactor().redact(e.message()));
            } else {
                listener.on(new RunEvent.Warned(
                        null,
                        "Package " + loadPackage.id() + " is kept in " + settings.folder()
                                + "; the next run loads it before anything else."));
            }
            throw e;
        }
    }

    private List<TableResult> commit(LoadPackage loadPackage) {
        try (DestinationSession session = open()) {
            return session.load(underTerms(loadPackage), listener);
        } catch (DestinationException e) {
            if (e.reason() != DestinationException.Reason.CIRCUMSTANCES) {
                throw e;
            }
            return resultsIfCommitted(loadPackage, e);
        }
    }

    /** What this call allows counts for packages, too, that were written when it was not allowed. */
    private LoadPackage underTerms(LoadPackage loadPackage) {
        return loadPackage.withTables(loadPackage.tables().stream()
                .map(load -> load.withTerms(underTerms(load.terms())))
                .toList());
    }

    private LoadTerms underTerms(LoadTerms terms) {
        LoadTerms allowed = settings.overrides().allowDeletes() ? terms.withoutDeleteLimit() : terms;
        return settings.overrides().completeness() == CompletenessRule.REPORT ? allowed.lenient() : allowed;
    }

    /** An answer that was lost on its way tells nothing; the destination knows whether the load is there. */
    private List<TableResult> resultsIfCommitted(LoadPackage loadPackage, DestinationException failure) {
        try (DestinationSession session = open()) {
            if (session.hasLoaded(loadPackage.id())) {
                return session.load(loadPackage, listener);
            }
        } catch (DestinationException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    private DestinationSession open() {
        return patience.await(() -> settings.destination().open(dataset));
    }

    /** Lets other runs in. */
    @Override
    public void close() {
        claim.close();
    }
}
