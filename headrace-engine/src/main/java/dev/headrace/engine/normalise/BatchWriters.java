package dev.headrace.engine.normalise;

import dev.headrace.engine.column.BatchWriter;

/** Where the batches of each table go. */
@FunctionalInterface
public interface BatchWriters {

    /** Opens the writer of a table; asked once per table and {@link Normaliser}, when its first batch is ready. */
    BatchWriter open(String table);
}
