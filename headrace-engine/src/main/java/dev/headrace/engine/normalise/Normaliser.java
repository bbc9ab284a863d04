package dev.headrace.engine.normalise;

import dev.headrace.Phase;
import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.engine.schema.WorkingTable;
import dev.headrace.event.RunListener;
import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.load.LoadId;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordSink;
import dev.headrace.source.Resource;
import java.util.List;
import java.util.Map;

/**
 * Turns the records of one resource into rows of its table and of the tables nested in it, straight from the bytes of
 * pages, and lets the schema grow on the way. Batches go to their writers when they are full, the last ones on
 * {@link #close()}. For one run and one thread.
 */
public final class Normaliser implements RecordSink, AutoCloseable {

    /**
     * Pages up to this size are written as they are checked, and taken back if they turn out to be broken: good pages, by
     * far the most, are read once. Larger ones are checked first, so that their rows need not be held back to their end.
     */
    private static final int LARGE_PAGE = 8 << 20;

    /** After so many records of a large page, full batches are handed over. */
    private static final int RECORDS_PER_CHECK = 256;

    private static final String SCHEMA_CONTRACT = "schema_contract";

    private final Resource resource;
    private final RunListener listener;
    private final Decisions decisions;
    private final RecordWriter writer;
    private final CanonicalRecord canonical;
    private final RootIds rootIds;

    /** Some rows get ids that follow from their content, so that whole records are looked at first. */
    private final boolean derivesIds;

    private final TableRows root;
    private final PageReader reader = new PageReader();
    private final JsonScanner second = new JsonScanner();
    private final JsonScanner additionScanner = new JsonScanner();
    private List<Addition> additions = List.of();
    private long records;
    private long dropped;
    private long droppedBeforePage;
    private boolean dropsAll;
    private boolean begun;
    private boolean failed;

    /**
     * @param schema takes the hints of the resource now, and what the data brings later
     * @param resource one that is {@linkplain Resource#selected() selected}
     * @param listener hears warnings
     * @throws dev.headrace.DataException of kind {@code SCHEMA} when a contract forbids what the hints ask
     */
    public Normaliser(
            WorkingSchema schema, Resource resource, LoadId loadId, BatchWriters writers, RunListener listener) {
        this.resource = resource;
        this.listener = listener;
        WorkingTable table = schema.rootTable(resource);
        Names names = new Names(schema.naming());
        IdentitySettings identity = new IdentitySettings(new RowIds(), loadId);
        KeyCollisions collisions = new KeyCollisions(resource.name(), listener);
        this.decisions = new Decisions(schema, names, writers, identity, collisions);
        this.writer = new RecordWriter(decisions);
        boolean below = schema.rootsNamedBelow(table).stream().anyMatch(own -> new RootIds(own, names).areDerived());
        this.canonical = new CanonicalRecord(schema, names, collisions, below);
        this.rootIds = new RootIds(table, names);
        this.derivesIds = below || rootIds.areDerived();
        this.root = decisions.openTable(table, table.name());
    }

    /** How many records have been taken, those included that a contract dropped. */
    public long records() {
        return records;
    }

    /** The name of the resource's own table. */
    public String table() {
        return root.name();
    }

    /** How many rows of the resource's own table have been handed over. */
    public long rows() {
        return root.handedOver();
    }

    /** How many records have been taken that are no rows, by reason. */
    public Map<String, Long> leftOut() {
        return dropped == 0 ? Map.of() : Map.of(SCHEMA_CONTRACT, dropped);
    }

    /** Adds how many rows of each table have been handed over. */
    public void addHandedOver(Map<String, Long> byTable) {
        decisions.tables().forEach(table -> byTable.merge(table.name(), table.handedOver(), Long::sum));
    }

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> added) {
        additions = added;
        long before = records;
        droppedBeforePage = dropped;
        decisions.tables().forEach(TableRows::markPage);
        decisions.discards().beginPage();
        try {
            if (length > LARGE_PAGE) {
                return writeLargePage(page, length, path);
            }
            PageRecords found = reader.read(page, 0, length, path, new PageRows(before));
            handOverFull();
            return found;
        } catch (JsonSyntaxException e) {
            forgetPage(before);
            throw Failures.notJson(resource.name(), e);
        }
    }

    private PageRecords writeLargePage(byte[] page, int length, List<String> path) {
        PageRecords found = reader.read(page, 0, length, path, PageReader.SKIPPED);
        if (found.found()) {
            reader.read(page, found.start(), found.end(), List.of(), new LargePageRows());
            handOverFull();
        }
        return found;
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> added) {
        additions = added;
        decisions.discards().beginPage();
        try {
            JsonScanner scanner = new JsonScanner();
            scanner.reset(record.bytes(), record.start(), record.end());
            take(scanner, record.bytes());
        } catch (JsonSyntaxException e) {
            throw Failures.notJson(resource.name(), e);
        }
        if (records % RECORDS_PER_CHECK == 0) {
            handOverFull();
        }
    }

    private void take(JsonScanner scanner, byte[] bytes) {
        failed = true;
        records++;
        decisions.setRecord(records);
        if (isDropped()) {
            decisions.discards().note(Discards.Kind.ROWS_OF_NEW_TABLE, "", root.name());
            dropped++;
            scanner.skipValue();
        } else {
            scanner.peekValue();
            write(scanner, bytes);
        }
        failed = false;
    }

    /** Whether the contract forbids the whole table; decided when the first record comes. */
    private boolean isDropped() {
        WorkingTable table = root.schema;
        boolean first = !begun;
        begun = true;
        if (first && table.isNew() && !table.isDeclared()) {
            ContractMode mode = table.contract().tables();
            if (mode == ContractMode.FREEZE) {
                throw Failures.tableRefused(table.name(), Phase.EXTRACT);
            }
            dropsAll = mode != ContractMode.EVOLVE;
        }
        return dropsAll;
    }

    private void write(JsonScanner scanner, byte[] bytes) {
        int start = scanner.position();
        List<TableRows> tables = decisions.tables();
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).markRecord();
        }
        decisions.discards().beginRecord();
        if (derivesIds) {
            scanner.skipValue();
            writeDeciding(new JsonSlice(bytes, start, scanner.position()));
            return;
        }
        writer.decide(false);
        writeRoot(scanner, bytes, additions);
        if (writer.needsDecisions()) {
            tables.forEach(TableRows::forgetRecord);
            decisions.discards().forgetRecord();
            writeDeciding(new JsonSlice(bytes, start, scanner.position()));
        }
    }

    private void writeRoot(JsonScanner scanner, byte[] bytes, List<Addition> added) {
        writer.beginRow(root);
        root.identity.begin(null);
        writeContent(scanner, bytes, added);
    }

    private void writeContent(JsonScanner scanner, byte[] bytes, List<Addition> added) {
        int budget = root.schema.maxNesting();
        writer.from(scanner, bytes);
        if (scanner.peekValue() == JsonScanner.OBJECT) {
            writer.writeObject(root.node, root, budget);
        } else {
            writer.writeField(root.valueField, root, budget);
        }
        for (Addition addition : added) {
            writeAddition(addition, budget);
        }
        writer.finishRow(root);
    }

    private void writeAddition(Addition addition, int budget) {
        JsonSlice value = addition.value();
        additionScanner.reset(value.bytes(), value.start(), value.end());
        writer.writeAdded(root.node.named(addition.key()), root, budget, additionScanner, value.bytes());
    }

    private void writeDeciding(JsonSlice text) {
        RawObject record = RawObject.of(RawValue.of(text));
        for (Addition addition : additions) {
            record.members().put(addition.key(), RawValue.of(addition.value()));
        }
        int budget = root.schema.maxNesting();
        int[] before = decisions.countRows();
        writer.decide(true);
        writer.beginRow(root);
        root.identity.begin(null);
        if (rootIds.areDerived()) {
            byte[] id = rootIds.derive(record, budget, records);
            root.identity.identify(id, 0, id.length);
        }
        byte[] rewritten = canonical.rewrite(record, root.path, budget, records);
        second.reset(rewritten, 0, rewritten.length);
        writeContent(second, rewritten, List.of());
        if (root.discarded) {
            dropped++;
            decisions.takeBack(before);
        }
    }

    private void forgetPage(long recordsBefore) {
        decisions.tables().forEach(TableRows::forgetPage);
        decisions.discards().forgetPage();
        records = recordsBefore;
        dropped = droppedBeforePage;
        failed = false;
    }

    private void handOverFull() {
        for (TableRows table : decisions.tables()) {
            if (table.isFull()) {
                table.handOver();
            }
        }
    }

    /** Goes on where another normaliser of the resource stopped, which had taken so many records. */
    public void continueAfter(long recordsBefore) {
        records = recordsBefore;
    }

    /** Hands over all rows so far; between two pages. */
    public void flush() {
        if (!failed) {
            decisions.tables().forEach(TableRows::handOver);
        }
    }

    /** Tells what contracts have left out since it was told last. */
    public void tellDiscards() {
        decisions.discards().tell(resource.name(), listener);
    }

    /**
     * Hands over the last rows. After a failure of the data nothing more is handed over.
     *
     * @throws dev.headrace.DataException of kind {@code SCHEMA} when a key was never filled
     */
    @Override
    public void close() {
        if (failed) {
            return;
        }
        for (TableRows table : decisions.tables()) {
            table.handOver();
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
        private final long recordsBefore;

        PageRows(long recordsBefore) {
            this.recordsBefore = recordsBefore;
        }

        @Override
        public void take(JsonScanner scanner, byte[] page) {
            Normaliser.this.take(scanner, page);
        }

        @Override
        public void restart() {
            forgetPage(recordsBefore);
        }
    }

    /** Writes the records of a page that was checked before. */
    private final class LargePageRows implements PageReader.Records {

        @Override
        public void take(JsonScanner scanner, byte[] page) {
            Normaliser.this.take(scanner, page);
            if (records % RECORDS_PER_CHECK == 0) {
                decisions.discards().beginPage();
                handOverFull();
            }
        }

        @Override
        public void restart() {
            throw new IllegalStateException("A list of records has no keys");
        }
    }
}
