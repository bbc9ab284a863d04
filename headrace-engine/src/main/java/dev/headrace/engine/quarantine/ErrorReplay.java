package dev.headrace.engine.quarantine;

import dev.headrace.SourceException;
import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.normalise.BadRecord;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.normalise.Quarantine;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.RecordSink;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries records in quarantine again, one after another: those of one resource. The rows of the table of errors follow: one of
 * a record that can be written says when and by which load, one of a record that can't be says why.
 */
public final class ErrorReplay implements Quarantine {

    private final ErrorOrigin origin;
    private final Clock clock;
    private final RowIds ids = new RowIds();
    private final ErrorBatch batch;
    private final List<BadRecord> refused = new ArrayList<>();
    private @Nullable String firstReason;
    private long loaded;
    private long kept;

    public ErrorReplay(ErrorOrigin origin, BatchWriters writers, Clock clock) {
        this.origin = origin;
        this.clock = clock;
        this.batch = new ErrorBatch(writers);
    }

    /**
     * Tries one.
     *
     * @param steps makes the records that are to be loaded of it
     */
    public void replay(QuarantinedRow row, Function<QuarantinedRow, List<JsonSlice>> steps, RecordSink sink) {
        refused.clear();
        try {
            List<JsonSlice> records = steps.apply(row);
            records.forEach(record -> sink.writeRecord(record, List.of()));
            settle(row, records.size());
        } catch (SourceException e) {
            keep(row.because(row.kind(), origin.redactor().redact(e.message()), null, null));
        }
    }

    /** Of a record that became several, those that can't be written go to quarantine on their own. */
    private void settle(QuarantinedRow row, int records) {
        if (refused.isEmpty()) {
            loaded++;
            batch.add(row.replayed(clock.instant(), origin.loadId().value()));
        } else if (records == 1) {
            QuarantinedRow now = fresh(refused.get(0));
            keep(row.because(now.kind(), now.reason(), now.table(), now.column()));
        } else {
            batch.add(row.replayed(clock.instant(), origin.loadId().value()));
            refused.forEach(record -> keep(fresh(record)));
        }
    }

    private QuarantinedRow fresh(BadRecord record) {
        return ErrorRow.of(record, origin, ids.random(), clock.instant());
    }

    private void keep(QuarantinedRow row) {
        firstReason = Objects.requireNonNullElse(firstReason, row.reason());
        kept++;
        batch.add(row);
    }

    /** How many records have been written. */
    public long loaded() {
        return loaded;
    }

    /** How many could not be. */
    public long kept() {
        return kept;
    }

    /** Why the first that could not be written could not. */
    public Optional<String> firstReason() {
        return Optional.ofNullable(firstReason);
    }

    @Override
    public void take(BadRecord record) {
        refused.add(record);
    }

    /** Whoever replays wants to know of each. */
    @Override
    public boolean takesMost() {
        return true;
    }

    @Override
    public void markPage() {}

    @Override
    public void forgetPage() {
        refused.clear();
    }

    @Override
    public void handOverFull() {}

    @Override
    public void handOver() {
        batch.handOver();
    }
}
