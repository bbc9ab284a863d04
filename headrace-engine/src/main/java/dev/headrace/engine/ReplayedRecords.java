package dev.headrace.engine;

import dev.headrace.Redactor;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.engine.document.SystemTables;
import dev.headrace.engine.loadpackage.PackageWriter;
import dev.headrace.engine.normalise.Normaliser;
import dev.headrace.engine.quarantine.ErrorOrigin;
import dev.headrace.engine.quarantine.ErrorReplay;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.Reset;
import dev.headrace.load.TableLoad;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.Schema;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A package of records from quarantine: their rows, and what becomes of their errors. */
final class ReplayedRecords {

    private final RunSettings settings;
    private final ResourcePlan plan;
    private final WorkingSchema schema;
    private final PackageWriter writer;
    private final RunListener listener;
    private final TableWriters tables;
    private final Map<String, WriteDisposition> roots = new LinkedHashMap<>();
    private final List<ErrorReplay> replays = new ArrayList<>();

    ReplayedRecords(
            RunSettings settings, ResourcePlan plan, WorkingSchema schema, PackageWriter writer, RunListener listener) {
        this.settings = settings;
        this.plan = plan;
        this.schema = schema;
        this.writer = writer;
        this.listener = listener;
        this.tables = new TableWriters(writer, schema);
    }

    /** Tries the records of one resource. */
    void take(Resource resource, List<QuarantinedRow> rows) {
        Redactor redactor = settings.surroundings().redactor();
        ErrorOrigin origin =
                new ErrorOrigin(settings.pipeline(), plan.source().name(), resource.name(), writer.id(), redactor);
        ErrorReplay replay =
                new ErrorReplay(origin, tables, settings.surroundings().clock());
        Normaliser normaliser = new Normaliser(
                schema,
                resource,
                writer.id(),
                tables,
                listener,
                replay,
                settings.destination().holdsAllCharacters());
        rows.forEach(row -> replay.replay(row, this::records, normaliser));
        normaliser.close();
        replays.add(replay);
        roots.put(
                plan.tableOf(resource, schema.naming()), added(resource.hints().disposition()));
    }

    private List<JsonSlice> records(QuarantinedRow row) {
        JsonSlice record = JsonSlice.of(Objects.requireNonNull(row.record()));
        return plan.source().reprocess(row.resource(), record, row.processed());
    }

    /** Records that come late join those that are there. */
    private static WriteDisposition added(WriteDisposition disposition) {
        return disposition instanceof WriteDisposition.Replace ? WriteDisposition.append() : disposition;
    }

    /** The package, complete and on disk. */
    LoadPackage finish(SchemaDocument committed, SchemaContent beginning) {
        Map<String, TableSchema> known = new LinkedHashMap<>(schema.freeze());
        known.putIfAbsent(SystemColumns.STATE_TABLE, SystemTables.pipelineState());
        Schema grown = committed
                .evolvedTo(beginning.withTables(known, schema.rootsWithKeys()))
                .toSchema();
        Map<String, List<PartFile>> parts = writer.parts();
        List<TableLoad> loads = TableLoads.of(grown, roots, parts, Map.of()).stream()
                .filter(load -> !load.parts().isEmpty())
                .map(ReplayedRecords::joining)
                .toList();
        return writer.finish(grown, Optional.empty(), loads, Reset.none());
    }

    /** The errors are those that are there, with what has become of them. */
    private static TableLoad joining(TableLoad load) {
        WriteDisposition disposition = load.table().name().equals(ErrorsTable.NAME)
                ? new WriteDisposition.Merge(MergeStrategy.DELETE_INSERT, true)
                : added(load.disposition());
        return new TableLoad(load.table(), disposition, load.parts());
    }

    long loaded() {
        return replays.stream().mapToLong(ErrorReplay::loaded).sum();
    }

    long kept() {
        return replays.stream().mapToLong(ErrorReplay::kept).sum();
    }

    /** Why the first that could not be written could not; empty when all could. */
    String firstReason() {
        return replays.stream()
                .flatMap(replay -> replay.firstReason().stream())
                .findFirst()
                .orElse("");
    }
}
