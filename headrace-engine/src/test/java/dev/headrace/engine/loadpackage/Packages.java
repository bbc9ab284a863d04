package dev.headrace.engine.loadpackage;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PackageCompression;
import dev.headrace.load.Reset;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small package of two tables. */
final class Packages {

    static final Instant NOW = Instant.parse("2024-01-15T10:00:00.123456Z");
    static final WriteDisposition UPSERT = new WriteDisposition.Merge(MergeStrategy.UPSERT, true);
    static final StateRow STATE =
            new StateRow(3, 4, "calendar", "eJyrVkrLz1eyUkpKLFKqBQAebwRo", NOW, "hash=", "abcdefghijklmn");

    static final PackageTarget TARGET = new PackageTarget("duckdb", "/data/calendar.duckdb", "calendar_data");

    private Packages() {}

    static PackageStore open(Path folder) {
        return open(folder, PackageCompression.NONE);
    }

    static PackageStore open(Path folder, PackageCompression compression) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return PackageStore.open(folder, "calendar", TARGET, compression, clock, Turn.now());
    }

    static LoadPackage write(PackageStore store) {
        try (PackageWriter writer = store.begin()) {
            fill(writer.open("events"), 0, 3);
            return finish(writer);
        }
    }

    static LoadPackage finish(PackageWriter writer) {
        Schema schema = schema();
        TableLoad events = new TableLoad(
                schema.findTable("events").orElseThrow(), UPSERT, writer.parts().getOrDefault("events", List.of()));
        TableLoad places =
                new TableLoad(schema.findTable("places").orElseThrow(), WriteDisposition.replace(), List.of());
        return writer.finish(schema, Optional.of(STATE), List.of(events, places), new Reset(true, List.of("gone")));
    }

    /** Writes rows {@code from}, {@code from + 1}, … of one column; gives the next batch. */
    static TableBatch fill(BatchWriter writer, long from, int count) {
        return fill(writer, batch(), from, count);
    }

    static TableBatch batch() {
        TableBatch batch = new TableBatch("events");
        batch.add(ColumnBuffer.of("n", DataType.BIGINT));
        return batch;
    }

    static TableBatch fill(BatchWriter writer, TableBatch batch, long from, int count) {
        for (int i = 0; i < count; i++) {
            int row = batch.addRow();
            for (ColumnBuffer column : batch.columns()) {
                column.putLong(row, from + i);
            }
        }
        return writer.exchange(batch);
    }

    static Schema schema() {
        Map<String, TableSchema> tables = Map.of("events", table("events"), "places", table("places"));
        return SchemaDocument.fresh("rest_api")
                .evolvedTo(SchemaContent.fresh("rest_api").withTables(tables))
                .toSchema();
    }

    private static TableSchema table(String name) {
        return new TableSchema(
                name,
                null,
                name,
                WriteDisposition.append(),
                null,
                Map.of("n", ColumnSchema.of("n", DataType.BIGINT)),
                Map.of());
    }
}
