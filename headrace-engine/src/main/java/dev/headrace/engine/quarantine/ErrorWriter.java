package dev.headrace.engine.quarantine;

import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.normalise.BadRecord;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.normalise.Quarantine;
import dev.headrace.quarantine.QuarantinedRow;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the records of one resource that cannot be written into the table of errors, in the package of the good ones. */
public final class ErrorWriter implements Quarantine {

    private final ErrorOrigin origin;
    private final Clock clock;
    private final RowIds ids = new RowIds();
    private final ErrorBatch batch;
    private long before;
    private long count;
    private int rowsOfPage;
    private long countOfPage;
    private @Nullable String firstReason;

    public ErrorWriter(ErrorOrigin origin, BatchWriters writers, Clock clock) {
        this.origin = origin;
        this.clock = clock;
        this.batch = new ErrorBatch(writers);
    }

    @Override
    public void take(BadRecord record) {
        QuarantinedRow row = ErrorRow.of(record, origin, ids.random(), clock.instant());
        firstReason = count == 0 ? row.reason() : firstReason;
        batch.add(row);
        count++;
    }

    /**
     * Goes on where another one stopped.
     *
     * @param taken how many that one had taken
     * @param first why the first of those can't be written
     */
    public void continueAfter(long taken, String first) {
        before = taken;
        count = taken;
        firstReason = first;
    }

    /** How many have been taken, those before included. */
    public long count() {
        return count;
    }

    /** How many have been taken since this was made. */
    public long added() {
        return count - before;
    }

    /** How many rows have been handed over. */
    public long handedOver() {
        return batch.handedOver();
    }

    /** Why the first record that was taken can't be written, redacted. */
    public Optional<String> firstReason() {
        return count == 0 ? Optional.empty() : Optional.ofNullable(firstReason);
    }

    @Override
    public void markPage() {
        rowsOfPage = batch.rows();
        countOfPage = count;
    }

    @Override
    public void forgetPage() {
        batch.truncate(rowsOfPage);
        count = countOfPage;
    }

    @Override
    public void handOverFull() {
        if (batch.isFull()) {
            handOver();
        }
    }

    @Override
    public void handOver() {
        batch.handOver();
        rowsOfPage = batch.rows();
        countOfPage = count;
    }
}
