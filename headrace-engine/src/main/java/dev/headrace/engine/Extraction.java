package dev.headrace.engine;

import dev.headrace.HeadraceException;
import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import dev.headrace.deletes.DeleteOrder;
import dev.headrace.engine.checkpoint.Schedule;
import dev.headrace.engine.checkpoint.Snapshot;
import dev.headrace.engine.checkpoint.Ties;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SystemTables;
import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.loadpackage.PackageWriter;
import dev.headrace.engine.normalise.Normaliser;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.engine.state.LiveState;
import dev.headrace.engine.state.StateDocument;
import dev.headrace.engine.state.StateHeader;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.LoadTerms;
import dev.headrace.load.PartFile;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.Schema;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.CompletenessRule;
import dev.headrace.source.ReadingPosition;
import dev.headrace.source.Resource;
import dev.headrace.source.SourceReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source to its end, or to the next point at which it may be committed, and writes what came into one package: all
 * of it or nothing. Used once.
 */
final class Extraction {

    private final RunSettings settings;
    private final SourceRun run;
    private final ResourcePlan plan;
    private final Committed committed;
    private final SchemaContent beginning;
    private final WorkingSchema schema;
    private final LiveState live;
    private final RunListener listener;
    private final RunRecorder recorder;
    private @Nullable Ties ties;
    private boolean atEnd;
    private Map<String, Long> handedOver = Map.of();

    /**
     * @param committed what has been committed so far
     * @param run what all packages of the run have in common
     */
    Extraction(RunSettings settings, SourceRun run, Committed committed, RunListener listener, RunRecorder recorder) {
        SchemaBeginning known = new SchemaBeginning(settings, committed.schema(), run.fresh());
        this.settings = settings;
        this.run = run;
        this.plan = run.plan();
        this.committed = committed;
        this.beginning = known.content();
        this.schema = known.toWorkingSchema();
        this.live = run.live();
        this.listener = listener;
        this.recorder = recorder;
    }

    /**
     * The package, complete and on disk; empty when there is nothing to load. A failure leaves no package behind, or one that
     * the next run goes on with.
     */
    Optional<LoadPackage> run(Reading reading, String dataset, PackageStore packages) {
        try (PackageWriter writer = reading.resumption()
                .map(there -> packages.goOn(there.checkpoint()))
                .orElseGet(packages::begin)) {
            Checkpoints checkpoints = checkpoints(writer, reading);
            try {
                read(reading, writer, checkpoints);
                return finish(writer, reading, dataset);
            } catch (HeadraceException e) {
                throw checkpoints.endedBy(e);
            } catch (Error e) {
                writer.keep();
                throw e;
            }
        }
    }

    private Checkpoints checkpoints(PackageWriter writer, Reading reading) {
        RunSettings.Surroundings surroundings = settings.surroundings();
        return new Checkpoints(
                writer,
                new Schedule(surroundings.nanoseconds()),
                surroundings.clock(),
                listener,
                reading.resumption().map(there -> there.snapshot().position()).orElse(null));
    }

    /** Whether the source has been read to its end. */
    boolean isAtEnd() {
        return atEnd;
    }

    private void read(Reading reading, PackageWriter writer, Checkpoints checkpoints) {
        TableWriters tables = new TableWriters(writer, schema);
        try (ResourceSinks sinks =
                new ResourceSinks(plan, schema, writer.id(), tables, listener, BadRows.of(settings, plan.source()))) {
            run.keylessMerges().checkOnce(schema);
            reading.resumption().ifPresent(there -> {
                schema.grow(there.snapshot().tables());
                sinks.continueAfter(there.counts());
            });
            if (plan.source().identity().isPresent()) {
                checkpoints.follow(new Checkpoints.Progress(reading.reader(), sinks, snapshots(reading, sinks)));
            }
            readMeasured(reading, sinks, checkpoints);
            reading.intake().check(sinks, reading.resumption(), atEnd, recorder);
            handedOver = sinks.handedOver();
        }
    }

    private Function<ReadingPosition, Snapshot> snapshots(Reading reading, ResourceSinks sinks) {
        RunCounts before = recorder.counts();
        RunCounts earlier = reading.countedBefore();
        return position -> new Snapshot(
                ties(),
                run.began(),
                position,
                run.stateAtBeginning(),
                live.section(),
                schema.freeze(),
                RunCountsDocument.write(
                        recorder.counts().since(before).and(earlier).and(sinks.counts())));
    }

    /** Of little use before the first checkpoint, and the same for all. */
    private Ties ties() {
        if (ties == null) {
            ties = RunTies.of(settings, run, committed).orElseThrow();
        }
        return ties;
    }

    private void readMeasured(Reading reading, ResourceSinks sinks, Checkpoints checkpoints) {
        long begun = System.nanoTime();
        try {
            readPages(reading, sinks, checkpoints);
            sinks.finish();
            sinks.tellQuarantined(listener);
        } catch (HeadraceException e) {
            checkpoints.takeLastAfter(e);
            throw e;
        } finally {
            sinks.report(recorder);
            Duration whole = Duration.ofNanos(System.nanoTime() - begun);
            recorder.extracted(whole.minus(sinks.took()), sinks.took());
        }
    }

    private void readPages(Reading reading, ResourceSinks sinks, Checkpoints checkpoints) {
        SourceReader reader = reading.reader();
        reading.events().heardBy(checkpoints);
        IdleWatch watch = new IdleWatch(reading.events());
        try {
            do {
                stopIfAsked();
                checkpoints.pageBegins();
                atEnd = !reader.readPage(sinks);
                checkpoints.pageRead();
            } while (!atEnd && !reading.intake().isRefused() && !(reader.atCommitPoint() && run.mayCommitParts()));
            stopIfAsked();
        } finally {
            watch.end();
            reading.events().heardBy(null);
        }
    }

    /** Also asked at the end: a reader that was asked to stop has not read everything. */
    private void stopIfAsked() {
        if (settings.surroundings().stop().getAsBoolean()) {
            throw new InterruptedRunException(
                    Phase.EXTRACT,
                    "The run was stopped while it was reading; what it had not loaded before is not loaded. Run it again.");
        }
    }

    private Optional<LoadPackage> finish(PackageWriter writer, Reading reading, String dataset) {
        Map<String, List<PartFile>> parts = writer.parts();
        Intake.requireAllWritten(parts, reading.rowsBefore(), handedOver);
        reading.intake().packageEnds();
        parts.keySet().forEach(table -> schema.findTable(table).ifPresent(Normaliser::requireComplete));
        StateDocument state = live.freeze(StateHeader.of(
                committed.state(),
                settings.pipeline(),
                dataset,
                settings.destination().type(),
                plan.source().name()));
        new DeleteMarks(settings, plan, schema).prepare(parts);
        Schema grown = grownSchema();
        List<TableLoad> tables = TableLoads.of(grown, roots(), parts, terms(reading.intake()));
        Optional<StateRow> row = state.equals(committed.state()) ? Optional.empty() : Optional.of(row(state));
        boolean nothing =
                tables.isEmpty() && row.isEmpty() && run.fresh().reset().isEmpty();
        return nothing ? Optional.empty() : Optional.of(write(writer, grown, row, tables));
    }

    private LoadPackage write(PackageWriter writer, Schema grown, Optional<StateRow> row, List<TableLoad> tables) {
        long begun = System.nanoTime();
        LoadPackage written = writer.finish(grown, row, tables, run.fresh().reset());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        recorder.extracted(Duration.ZERO, took);
        listener.on(new RunEvent.PackageWritten(written.id(), rows(tables), bytes(tables), took));
        return written;
    }

    private static long rows(List<TableLoad> tables) {
        return tables.stream().mapToLong(TableLoad::rows).sum();
    }

    private static long bytes(List<TableLoad> tables) {
        return tables.stream().mapToLong(TableLoad::bytes).sum();
    }

    /** The tables as they are now; the one that holds the state is there from the first package on. */
    private Schema grownSchema() {
        Map<String, TableSchema> tables = new LinkedHashMap<>(schema.freeze());
        tables.putIfAbsent(SystemColumns.STATE_TABLE, SystemTables.pipelineState());
        return committed
                .schema()
                .evolvedTo(beginning.withTables(tables, schema.rootsWithKeys()))
                .toSchema();
    }

    /** By root table; where resources share one, the strictest of them decides. */
    private Map<String, LoadTerms> terms(Intake intake) {
        Map<String, LoadTerms> terms = new LinkedHashMap<>();
        for (Resource resource : plan.loaded()) {
            boolean exact = settings.completeness(resource) == CompletenessRule.STRICT;
            DeleteOrder deletes = intake.deletes(resource);
            if (exact || deletes != null) {
                terms.put(plan.tableOf(resource, schema.naming()), new LoadTerms(exact, deletes));
            }
        }
        return terms;
    }

    /** Where resources share a table, the last one says how it is loaded. */
    private Map<String, WriteDisposition> roots() {
        Map<String, WriteDisposition> roots = new LinkedHashMap<>();
        for (Resource resource : plan.loaded()) {
            roots.put(plan.tableOf(resource, schema.naming()), resource.hints().disposition());
        }
        plan.loaded().forEach(resource -> addOwnTables(resource, roots));
        return roots;
    }

    /** Those that nested rows of a resource lead to, and that stand on their own. */
    private void addOwnTables(Resource resource, Map<String, WriteDisposition> roots) {
        String root = plan.tableOf(resource, schema.naming());
        for (String list : resource.hints().nested().keySet()) {
            schema.findTable(schema.naming().join(root, schema.naming().path(list)))
                    .filter(table -> table.parent() == null)
                    .ifPresent(table -> roots.putIfAbsent(table.name(), table.disposition()));
        }
    }

    private StateRow row(StateDocument state) {
        return state.toRow(settings.pipeline(), settings.surroundings().clock().instant(), new RowIds().random());
    }
}
