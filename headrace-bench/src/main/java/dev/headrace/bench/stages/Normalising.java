package dev.headrace.bench.stages;

import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.naming.Naming;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.normalise.Normaliser;
import dev.headrace.engine.schema.SchemaSettings;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.load.LoadId;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.List;

/** Pages through a normaliser, as the engine does it. */
final class Normalising {

    private static final int LONGEST_NAME = 65_536;
    private static final List<String> RECORDS = List.of("data");

    private Normalising() {}

    /** Normalises all pages with a new schema; the writers see every batch. */
    static long run(List<byte[]> pages, BatchWriters writers) {
        WorkingSchema schema = WorkingSchema.empty(SchemaSettings.of(Naming.of("snake_case", LONGEST_NAME)));
        Resource resource = new Resource("events", true, ResourceHints.none());
        try (Normaliser normaliser =
                new Normaliser(schema, resource, new LoadId("1700000000.5"), writers, event -> {})) {
            for (byte[] page : pages) {
                normaliser.writePage(page, page.length, RECORDS, List.of());
            }
            return normaliser.records();
        }
    }

    /** All batches that the pages become. */
    static List<TableBatch> batches(List<byte[]> pages) {
        List<TableBatch> batches = new ArrayList<>();
        run(pages, table -> full -> {
            batches.add(full);
            return full.emptyCopy();
        });
        return batches;
    }
}
