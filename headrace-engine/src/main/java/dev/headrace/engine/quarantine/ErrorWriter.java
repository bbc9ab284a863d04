package dev.headrace.engine.quarantine;

import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.normalise.BadRecord;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.normalise.Quarantine;
import dev.headrace.quarantine.BadRowKind;
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
    private Taken before = Taken.NOTHING;
    private Taken taken = Taken.NOTHING;
    private int rowsOfPage;
    private Taken takenOfPage = Taken.NOTHING;
    private @Nullable String firstReason;

    public ErrorWriter(ErrorOrigin origin, BatchWriters writers, Clock clock) {
        this.origin = origin;
        this.clock = clock;
        this.batch = new ErrorBatch(writers);
    }

    @Override
    public void take(BadRecord record) {
        QuarantinedRow row = ErrorRow.of(record, origin, ids.random(), clock.instant());
        firstReason = taken.rows() == 0 ? row.reason() : firstReason;
        batch.add(row);
        taken = taken.plus(record.kind() == BadRowKind.REQUEST);
    }

    /**
     * Goes on where another one stopped.
     *
     * @param those what that one had taken
     * @param first why the first of those can't be written
     */
    public void continueAfter(Taken those, String first) {
        before = those;
        taken = those;
        firstReason = first;
    }

    /** What has been taken, what was before included. */
    public Taken taken() {
        return taken;
    }

    /** What has been taken since this was made. */
    public Taken added() {
        return taken.since(before);
    }

    /** How many rows have been handed over. */
    public long handedOver() {
        return batch.handedOver();
    }

    /** Why the first record that was taken can't be written, redacted. */
    public Optional<String> firstReason() {
        return taken.rows() == 0 ? Optional.empty() : Optional.ofNullable(firstReason);
    }

    @Override
    public void markPage() {
        rowsOfPage = batch.rows();
        takenOfPage = taken;
    }

    @Override
    public void forgetPage() {
        batch.truncate(rowsOfPage);
        taken = takenOfPage;
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
        takenOfPage = taken;
    }
}
