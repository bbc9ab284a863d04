package dev.headrace.engine.normalise;

import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.engine.schema.WorkingTable;
import dev.headrace.event.RunListener;
import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.load.LoadId;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageOrigin;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import dev.headrace.source.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of one resource into rows of its table and of the tables nested in it, straight from the bytes of
 * pages, and lets the schema grow on the way. Batches go to their writers when they are full, the last ones on
 * {@link #close()}. For one run and one thread.
 */
public final class Normaliser implements RecordSink, AutoCloseable {

    /** Why records are no rows: they could not be written, and are in quarantine. */
    public static final String QUARANTINED = "quarantined";

    private static final String SCHEMA_CONTRACT = "schema_contract";

    /**
     * Pages up to this size are written as they are checked, and taken back if they turn out to be broken: good pages, by
     * far the most, are read once. Larger ones are checked first, so that their rows need not be held back to their end.
     */
    private static final int LARGE_PAGE = 8 << 20;

    /** After so many records of a large page, full batches are handed over. */
    private static final int RECORDS_PER_CHECK = 256;

    private final Resource resource;
    private final RunListener listener;
    private final RecordRows rows;

    /** Null: a record that can't be written ends the run. */
    private final @Nullable Refusals refusals;

    private final PageReader reader = new PageReader();
    private final PageReader.Records pageRows = new PageRows();
    private final PageReader.Records largePageRows = new LargePageRows();

    /**
     * @param schema takes the hints of the resource now, and what the data brings later
     * @param resource one that is {@linkplain Resource#selected() selected}
     * @param listener hears warnings
     * @throws dev.headrace.DataException of kind {@code SCHEMA} when a contract forbids what the hints ask
     */
    public Normaliser(
            WorkingSchema schema, Resource resource, LoadId loadId, BatchWriters writers, RunListener listener) {
        this(schema, resource, loadId, writers, listener, null, true);
    }

    /**
     * @param quarantine takes records that can't be written; null: they end the run
     * @param holdsAllCharacters whether every text can be loaded; only asked for when there is a quarantine
     */
    public Normaliser(
            WorkingSchema schema,
            Resource resource,
            LoadId loadId,
            BatchWriters writers,
            RunListener listener,
            @Nullable Quarantine quarantine,
            boolean holdsAllCharacters) {
        this.resource = resource;
        this.listener = listener;
        this.refusals = quarantine == null ? null : new Refusals(resource.name(), quarantine);
        this.rows = new RecordRows(schema, resource, loadId, writers, listener, refusals, holdsAllCharacters);
    }

    /** How many records have been taken, those included that a contract dropped, and those that are in quarantine. */
    public long records() {
        return rows.records();
    }

    /** The name of the resource's own table. */
    public String table() {
        return rows.root().name();
    }

    /** How many rows of the resource's own table have been handed over. */
    public long rows() {
        return rows.root().handedOver();
    }

    /** How many records have been taken that are no rows, by reason. */
    public Map<String, Long> leftOut() {
        Map<String, Long> byReason = new LinkedHashMap<>();
        if (rows.dropped() > 0) {
            byReason.put(SCHEMA_CONTRACT, rows.dropped());
        }
        if (refusals != null && refusals.ofTaken() > 0) {
            byReason.put(QUARANTINED, refusals.ofTaken());
        }
        return byReason;
    }

    /** Adds how many rows of each table have been handed over. */
    public void addHandedOver(Map<String, Long> byTable) {
        rows.tables().forEach(table -> byTable.merge(table.name(), table.handedOver(), Long::sum));
    }

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> added) {
        rows.add(added);
        rows.markPage();
        try {
            if (length > LARGE_PAGE) {
                return writeLargePage(page, length, path);
            }
            PageRecords found = reader.read(page, 0, length, path, pageRows);
            handOverFull();
            return found;
        } catch (JsonSyntaxException e) {
            rows.forgetPage();
            return writeSoundRecords(page, length, path, e);
        }
    }

    @Override
    public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
        rows.change(changes);
        try {
            return RecordCount.of(writePage(page, length, path, List.of()).count());
        } finally {
            rows.changeNothing();
        }
    }

    private PageRecords writeLargePage(byte[] page, int length, List<String> path) {
        PageRecords found = reader.read(page, 0, length, path, PageReader.SKIPPED);
        if (found.found()) {
            reader.read(page, found.start(), found.end(), List.of(), largePageRows);
            handOverFull();
        }
        return found;
    }

    /** Writes the records of a page that are JSON, and puts the others aside; their structure must be sound. */
    private PageRecords writeSoundRecords(byte[] page, int length, List<String> path, JsonSyntaxException failure) {
        if (refusals == null || rows.areChanged()) {
            throw Failures.notJson(
                    resource.name(), failure); // what is broken can't be changed, and may have to be hidden
        }
        BrokenPage broken =
                BrokenPage.of(reader, page, length, path).orElseThrow(() -> Failures.notJson(resource.name(), failure));
        for (BrokenPage.Piece piece : broken.pieces()) {
            JsonSyntaxException fault = piece.fault();
            if (fault == null) {
                rows.take(piece.text());
            } else {
                rows.refuse(fault, piece.text());
            }
        }
        handOverFull();
        return broken.found();
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> added) {
        rows.add(added);
        rows.discards().beginPage();
        try {
            rows.take(record);
        } catch (JsonSyntaxException e) {
            throw Failures.notJson(resource.name(), e);
        }
        if (rows.records() % RECORDS_PER_CHECK == 0) {
            handOverFull();
        }
    }

    @Override
    public void from(PageOrigin origin) {
        if (refusals != null) {
            refusals.from(origin, rows.records());
        }
    }

    @Override
    public boolean refuse(RefusedRecord record) {
        if (refusals == null) {
            return false;
        }
        refusals.put(record, rows.records());
        return true;
    }

    private void handOverFull() {
        for (TableRows table : rows.tables()) {
            if (table.isFull()) {
                table.handOver();
            }
        }
        if (refusals != null) {
            refusals.quarantine().handOverFull();
        }
    }

    /**
     * Goes on where another normaliser of the resource stopped.
     *
     * @param recordsBefore how many records that one had taken
     * @param quarantinedBefore how many of those are in quarantine
     */
    public void continueAfter(long recordsBefore, long quarantinedBefore) {
        rows.continueAfter(recordsBefore);
        if (refusals != null) {
            refusals.continueAfter(quarantinedBefore);
        }
    }

    /** Hands over all rows so far; between two pages. */
    public void flush() {
        if (!rows.failed()) {
            handOver();
        }
    }

    private void handOver() {
        rows.tables().forEach(TableRows::handOver);
        if (refusals != null) {
            refusals.quarantine().handOver();
        }
    }

    /** Tells what contracts have left out since it was told last. */
    public void tellDiscards() {
        rows.discards().tell(resource.name(), listener);
    }

    /**
     * Hands over the last rows. After a failure of the data nothing more is handed over.
     *
     * @throws dev.headrace.DataException of kind {@code SCHEMA} when a key was never filled
     */
    @Override
    public void close() {
        if (rows.failed()) {
            return;
        }
        handOver();
        for (TableRows table : rows.tables()) {
            if (table.schema.hasSeenData() && table.hasTaken()) {
                requireComplete(table.schema);
            }
        }
        tellDiscards();
    }

    /**
     * Looks at a table at the end of its rows.
     *
     * @throws dev.headrace.DataException of kind {@code SCHEMA} when a key was never filled
     */
    public static void requireComplete(WorkingTable table) {
        for (ColumnSchema column : table.columns()) {
            if (!column.isComplete() && !column.nullable()) {
                throw Failures.neverFilled(table.name(), column.name());
            }
        }
    }

    /** Writes the records of a page that may have to be taken back. */
    private final class PageRows implements PageReader.Records {

        @Override
        public void take(JsonScanner scanner, byte[] page) {
            rows.take(scanner, page);
        }

        @Override
        public void restart() {
            rows.forgetPage();
        }
    }

    /** Writes the records of a page that was checked before. */
    private final class LargePageRows implements PageReader.Records {

        @Override
        public void take(JsonScanner scanner, byte[] page) {
            rows.take(scanner, page);
            if (rows.records() % RECORDS_PER_CHECK == 0) {
                rows.discards().beginPage();
                handOverFull();
            }
        }

        @Override
        public void restart() {
            throw new IllegalStateException("A list of records has no keys");
        }
    }
}
