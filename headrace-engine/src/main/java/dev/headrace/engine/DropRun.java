package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SystemTables;
import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.loadpackage.PackageWriter;
import dev.headrace.engine.state.LiveState;
import dev.headrace.engine.state.StateDocument;
import dev.headrace.engine.state.StateHeader;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.Reset;
import dev.headrace.load.StateRow;
import dev.headrace.schema.Schema;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes tables and state away without loading anything: a package that brings nothing does it. Used once. */
final class DropRun {

    private final RunSettings settings;
    private final String source;
    private final Drop what;
    private final String dataset;

    DropRun(RunSettings settings, String source, Drop what) {
        this.settings = settings;
        this.source = source;
        this.what = what;
        this.dataset = settings.normalisedDataset();
    }

    /** @param really false: only tells what would be taken away */
    DropReport run(boolean really) {
        RunListener listener = settings.surroundings().listener();
        try (PackageStore packages = settings.openPackages(listener);
                Loading loading = new Loading(settings, dataset, packages, listener, new RunRecorder())) {
            refusePending(packages);
            Committed committed = loading.restore(source);
            LiveState live = new LiveState(committed.state(), source);
            FreshStart fresh = freshStart(committed, live);
            boolean nothing = fresh.resources().isEmpty() && fresh.reset().isEmpty();
            if (really && !nothing) {
                fresh.forget(live);
                loading.load(write(packages, committed, live, fresh));
            }
            return new DropReport(List.copyOf(fresh.resources()), fresh.reset().tables());
        }
    }

    private void refusePending(PackageStore packages) {
        if (!packages.pending().isEmpty()) {
            throw new ConfigException("Cannot drop anything of pipeline '" + settings.pipeline()
                    + "': a package of an earlier run waits to be loaded. Run the pipeline first.");
        }
    }

    private FreshStart freshStart(Committed committed, LiveState live) {
        Schema schema = committed.schema().toSchema();
        Set<String> known = new LinkedHashSet<>(live.resources());
        schema.tables().stream()
                .filter(table -> table.isRoot() && !table.isSystem())
                .forEach(table -> known.add(String.valueOf(table.resource())));
        FreshStart fresh = FreshStart.dropping(what.among(known), schema);
        return new FreshStart(what.all(), fresh.resources(), what.stateOnly() ? Reset.none() : fresh.reset());
    }

    private LoadPackage write(PackageStore packages, Committed committed, LiveState live, FreshStart fresh) {
        StateDocument state = live.freeze(StateHeader.of(
                committed.state(),
                settings.pipeline(),
                dataset,
                settings.destination().type(),
                source));
        Optional<StateRow> row = state.equals(committed.state())
                ? Optional.empty()
                : Optional.of(state.toRow(
                        settings.pipeline(), settings.surroundings().clock().instant(), new RowIds().random()));
        SchemaContent remaining = fresh.remaining(committed.schema().content());
        Map<String, TableSchema> tables = new LinkedHashMap<>(remaining.tables());
        tables.putIfAbsent(SystemColumns.STATE_TABLE, SystemTables.pipelineState());
        Schema schema =
                committed.schema().evolvedTo(remaining.withTables(tables)).toSchema();
        try (PackageWriter writer = packages.begin()) {
            return writer.finish(schema, row, List.of(), fresh.reset());
        }
    }
}
