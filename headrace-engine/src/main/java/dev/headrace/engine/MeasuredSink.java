package dev.headrace.engine;

import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageOrigin;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Hands everything on to another sink, and tells how much and how long it took. */
final class MeasuredSink implements RecordSink {

    private final RecordSink sink;
    private final Deque<RecordCount> uncounted = new ArrayDeque<>();
    private long records;
    private long nanos;

    MeasuredSink(RecordSink sink) {
        this.sink = sink;
    }

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
        long begun = System.nanoTime();
        PageRecords written = sink.writePage(page, length, path, additions);
        nanos += System.nanoTime() - begun;
        records += written.count();
        return written;
    }

    @Override
    public RecordCount writePageLater(byte[] page, int length, List<String> path, List<Addition> additions) {
        return measured(() -> sink.writePageLater(page, length, path, additions));
    }

    @Override
    public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
        return measured(() -> sink.writeChanged(page, length, path, changes));
    }

    private RecordCount measured(Supplier<RecordCount> writing) {
        long begun = System.nanoTime();
        RecordCount count = writing.get();
        nanos += System.nanoTime() - begun;
        uncounted.add(count);
        addKnown();
        return count;
    }

    /** In the order in which pages were handed over, which is the one in which they are counted. */
    private void addKnown() {
        while (!uncounted.isEmpty() && uncounted.element().isKnown()) {
            records += uncounted.remove().await();
        }
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> additions) {
        long begun = System.nanoTime();
        sink.writeRecord(record, additions);
        nanos += System.nanoTime() - begun;
        records++;
    }

    @Override
    public void from(PageOrigin origin) {
        sink.from(origin);
    }

    @Override
    public boolean refuse(RefusedRecord record) {
        return sink.refuse(record);
    }

    /** Records handed on so far; those of a page that is read later count from then on. */
    long records() {
        addKnown();
        return records;
    }

    /** Time that the other sink took so far. */
    long nanos() {
        return nanos;
    }
}
