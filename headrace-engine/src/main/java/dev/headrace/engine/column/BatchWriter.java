package dev.headrace.engine.column;

/** Takes the batches of one table, in order. */
@FunctionalInterface
public interface BatchWriter {

    /**
     * Takes a full batch, which from then on belongs to the writer, and gives an empty one with the same columns in the
     * same order. May block until an earlier batch has been written; what failed while writing is thrown here or when the
     * writer is closed.
     */
    TableBatch exchange(TableBatch full);
}
