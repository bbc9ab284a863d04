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

/** Pages through one normaliser, as the engine does it: tables and columns come into being once, and are filled again and again. */
final class Normalising implements AutoCloseable {

    private static final int LONGEST_NAME = 65_536;
    private static final List<String> RECORDS = List.of("data");

    private final Normaliser normaliser;

    /** @param writers see every batch */
    Normalising(BatchWriters writers) {
        WorkingSchema schema = WorkingSchema.empty(SchemaSettings.of(Naming.of("snake_case", LONGEST_NAME)));
        Resource resource = new Resource("events", true, ResourceHints.none());
        normaliser = new Normaliser(schema, resource, new LoadId("1700000000.5"), writers, event -> {});
    }

    /** Lets full batches be filled anew. */
    static Normalising intoNothing() {
        return new Normalising(table -> full -> {
            full.clear();
            return full;
        });
    }

    /** Normalises all pages; answers how many records have come in all. */
    long write(List<byte[]> pages) {
        for (byte[] page : pages) {
            normaliser.writePage(page, page.length, RECORDS, List.of());
        }
        return normaliser.records();
    }

    /** All batches that the pages become. */
    static List<TableBatch> batches(List<byte[]> pages) {
        List<TableBatch> batches = new ArrayList<>();
        BatchWriters collecting = table -> full -> {
            batches.add(full);
            return full.emptyCopy();
        };
        try (Normalising normalising = new Normalising(collecting)) {
            normalising.write(pages);
        }
        return batches;
    }

    @Override
    public void close() {
        normaliser.close();
    }
}
