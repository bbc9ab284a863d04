package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.HeadraceException;
import dev.headrace.Phase;
import dev.headrace.engine.loadpackage.KnownPackage;
import dev.headrace.engine.loadpackage.PackageFolder;
import dev.headrace.engine.loadpackage.PackageStage;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import org.jspecify.annotations.Nullable;

/** Loads a package that failed once more. Used once. */
final class RetryRun {

    private final RunSettings settings;
    private final String id;
    private final boolean rowsOnly;
    private final String dataset;
    private final RunRecorder recorder = new RunRecorder();
    private final RunListener listener;

    /** @param rowsOnly whether rows are loaded also when the pipeline has gone on without them */
    RetryRun(RunSettings settings, String id, boolean rowsOnly) {
        this.settings = settings;
        this.id = id;
        this.rowsOnly = rowsOnly;
        this.dataset = settings.normalisedDataset();
        this.listener = settings.surroundings().listener().and(recorder);
    }

    RunReport attempt() {
        try {
            retry(failed());
            return RunReport.of(settings, dataset, recorder, null);
        } catch (HeadraceException e) {
            return RunReport.of(settings, dataset, recorder, e);
        }
    }

    private KnownPackage failed() {
        KnownPackage known = new PackageFolder(settings.folder())
                .find(id)
                .orElseThrow(() -> new ConfigException(
                        "Cannot retry package " + id + ": there is none in " + settings.folder() + "."));
        if (known.stage() != PackageStage.FAILED) {
            throw new ConfigException(
                    "Cannot retry package " + id + ": it is " + known.stage().folder()
                            + ", and only a failed one needs that."
                            + (known.stage() == PackageStage.NORMALISED ? " The next run loads it." : ""));
        }
        return known;
    }

    private void retry(KnownPackage known) {
        try (PackageStore packages = settings.openPackages(listener);
                Loading loading = new Loading(settings, dataset, packages, listener, recorder)) {
            Committed committed = loading.committed(known.source().orElse(""));
            boolean late = packages.hasCommittedAfter(known.id()) || !follows(known, committed);
            if (late && !rowsOnly) {
                throw late(known);
            }
            LoadPackage revived = packages.revive(known.id());
            if (late) {
                listener.on(new RunEvent.Warned(
                        null, "Package " + id + " is loaded without its state: others were loaded after it."));
            }
            loading.load(late ? RowsOnly.of(revived, committed.schema()) : revived);
        }
    }

    private static boolean follows(KnownPackage known, Committed committed) {
        return known.stateVersion()
                .map(version -> version == committed.state().version() + 1)
                .orElse(true);
    }

    private static @Nullable String appended(KnownPackage known) {
        return known.tables().stream()
                .filter(table -> table.disposition().equals("append")
                        || table.disposition().startsWith("replace"))
                .map(table -> "table '" + table.name() + "' is loaded with " + table.disposition())
                .findFirst()
                .orElse(null);
    }

    private DataException late(KnownPackage known) {
        String harm = appended(known);
        return new DataException(
                FailureKind.DATA,
                Phase.LOAD,
                "Cannot retry package " + id + " as it is: pipeline '" + settings.pipeline()
                        + "' has gone on without it, and has read those rows again where the source still had them. Drop the package with headrace"
                        + " packages drop; or add --rows-only to load its rows without its state"
                        + (harm == null
                                ? "."
                                : ": " + harm
                                        + ", so rows may be there twice, or older ones take the place of newer ones."));
    }
}
