package dev.headrace.engine.quarantine;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.ColumnSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Rows of the table of errors on their way to the package. */
final class ErrorBatch {

    private static final long FULL_BYTES = 8L << 20;
    private static final int FULL_ROWS = 20_480;

    private final BatchWriters writers;
    private @Nullable BatchWriter writer;
    private TableBatch batch = new TableBatch(ErrorsTable.NAME);
    private long handedOver;
    private int row;
    private int column;

    ErrorBatch(BatchWriters writers) {
        this.writers = writers;
        for (ColumnSchema each : ErrorsTable.schema().columns()) {
            batch.add(ColumnBuffer.of(each.name(), each.requiredType()));
        }
    }

    int rows() {
        return batch.rows();
    }

    /** Adds a row; the values are in the order of the columns. */
    void add(QuarantinedRow error) {
        row = batch.addRow();
        column = 0;
        text(error.loadId());
        text(error.id());
        text(error.pipeline());
        text(error.schema());
        moment(error.occurredAt());
        text(error.resource());
        text(error.table());
        text(error.column());
        text(error.kind());
        text(error.reason());
        text(error.request());
        number(error.page());
        number(error.number());
        text(error.record());
        number(error.whole() ? 1L : 0L);
        number(error.processed() ? 1L : 0L);
        moment(error.replayedAt());
        text(error.replayLoadId());
    }

    private ColumnBuffer next() {
        return batch.columns().get(column++);
    }

    private void text(@Nullable String value) {
        ColumnBuffer buffer = next();
        if (value != null) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            buffer.putBytes(row, bytes, 0, bytes.length);
        }
    }

    private void number(@Nullable Long value) {
        ColumnBuffer buffer = next();
        if (value != null) {
            buffer.putLong(row, value);
        }
    }

    private void moment(@Nullable Instant value) {
        number(value == null ? null : Long.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, value)));
    }

    /** How many rows have been handed over. */
    long handedOver() {
        return handedOver;
    }

    void truncate(int rows) {
        if (rows < batch.rows()) {
            batch.truncate(rows);
        }
    }

    boolean isFull() {
        return batch.rows() >= FULL_ROWS || batch.byteSize() >= FULL_BYTES;
    }

    void handOver() {
        if (batch.rows() == 0) {
            return;
        }
        if (writer == null) {
            writer = writers.open(ErrorsTable.NAME);
        }
        handedOver += batch.rows();
        batch = writer.exchange(batch);
    }
}
