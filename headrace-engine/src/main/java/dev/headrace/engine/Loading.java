package dev.headrace.engine;

import dev.headrace.DestinationException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.destination.TableResult;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.state.PipelineFiles;
import dev.headrace.engine.state.StateDocument;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import java.time.Duration;
import java.util.List;

/**
 * What passes between a run and its destination. The connection is open only while something passes, so that others can use
 * the database while a source is read.
 */
final class Loading {

    private final RunSettings settings;
    private final String dataset;
    private final PackageStore packages;
    private final PipelineFiles files;
    private final RunListener listener;
    private final RunRecorder recorder;

    Loading(RunSettings settings, String dataset, PackageStore packages, RunListener listener, RunRecorder recorder) {
        this.settings = settings;
        this.dataset = dataset;
        this.packages = packages;
        this.files = new PipelineFiles(settings.folder());
        this.listener = listener;
        this.recorder = recorder;
    }

    /** Loads the packages that earlier runs left behind, and tells what the next extraction goes on from. */
    Committed restore(String source) {
        List<LoadPackage> pending = packages.pending();
        StoredPipeline stored = find(source);
        if (!pending.isEmpty()) {
            boolean lost = Committed.isLost(stored, files);
            pending.forEach(found -> loadPending(found, lost));
            stored = find(source);
        }
        Committed committed = Committed.of(stored, source, files);
        committed.warning().ifPresent(warning -> listener.on(new RunEvent.Warned(null, warning)));
        return committed;
    }

    /**
     * Commits a package, then puts it away. Its state and schema are current from the commit on.
     *
     * @throws DestinationException when it was refused; the package stays, and is loaded by the next run
     */
    void load(LoadPackage loadPackage) {
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

    /**
     * A destination that lost its dataset gets the rows of the package, but not its state: that tells of rows which were
     * loaded before, and must be loaded again.
     */
    private void loadPending(LoadPackage found, boolean lost) {
        listener.on(new RunEvent.PendingPackageFound(found.id()));
        load(lost ? found.withoutState() : found);
    }

    private StoredPipeline find(String source) {
        try (DestinationSession session = open()) {
            return session.find(settings.pipeline(), source);
        }
    }

    private List<TableResult> commitOrKeep(LoadPackage loadPackage) {
        try {
            return commit(loadPackage);
        } catch (DestinationException e) {
            listener.on(new RunEvent.Warned(
                    null,
                    "Package " + loadPackage.id() + " is kept in " + settings.folder()
                            + "; the next run loads it before anything else."));
            throw e;
        }
    }

    private List<TableResult> commit(LoadPackage loadPackage) {
        try (DestinationSession session = open()) {
            return session.load(loadPackage, listener);
        } catch (DestinationException e) {
            return resultsIfCommitted(loadPackage, e);
        }
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
        return settings.destination().open(dataset);
    }
}
