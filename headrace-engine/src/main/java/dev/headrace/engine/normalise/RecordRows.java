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
import dev.headrace.schema.ContractMode;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordRefusedException;
import dev.headrace.source.Resource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes rows of the records of one resource, one record after another. */
final class RecordRows {

    /** Bytes of a record that gets a closer look. */
    static final int LONGEST_DECIDED = 3 * Column.LONGEST_TEXT;

    private final Decisions decisions;
    private final RecordWriter writer;
    private final CanonicalRecord canonical;
    private final RootIds rootIds;

    /** Some rows get ids that follow from their content. */
    private final boolean derivesIds;

    /** Null where rows below the record's get such ids, too, so that whole records are looked at first. */
    private final @Nullable TextIds textIds;

    private final TableRows root;

    /** Null: a record that can't be written ends the run. */
    private final @Nullable Refusals refusals;

    private final JsonScanner second = new JsonScanner();
    private final JsonScanner additionScanner = new JsonScanner();
    private final JsonScanner changedScanner = new JsonScanner();
    private List<Addition> additions = List.of();

    /** Null: records are written as they come. */
    private @Nullable ChangingWriter changing;

    /** The one that was used last. */
    private @Nullable ChangingWriter changingBefore;

    private long records;
    private long dropped;
    private long recordsBeforePage;
    private long droppedBeforePage;
    private boolean dropsAll;
    private boolean begun;
    private boolean failed;

    /** @param refusals null: a record that can't be written ends the run */
    RecordRows(
            WorkingSchema schema,
            Resource resource,
            LoadId loadId,
            BatchWriters writers,
            RunListener listener,
            @Nullable Refusals refusals,
            boolean holdsAllCharacters) {
        this.refusals = refusals;
        WorkingTable table = schema.rootTable(resource);
        Names names = new Names(schema.naming());
        IdentitySettings identity = new IdentitySettings(new RowIds(), loadId);
        KeyCollisions collisions = new KeyCollisions(resource.name(), listener);
        this.decisions = new Decisions(schema, names, writers, identity, collisions);
        this.writer = new RecordWriter(decisions, refusals != null && !holdsAllCharacters);
        boolean below = schema.rootsNamedBelow(table).stream().anyMatch(own -> new RootIds(own, names).areDerived());
        this.canonical = new CanonicalRecord(schema, names, collisions, below);
        this.rootIds = new RootIds(table, names);
        this.derivesIds = below || rootIds.areDerived();
        this.textIds = below ? null : new TextIds(rootIds, names);
        this.root = decisions.openTable(table, table.name());
    }

    /** How many records have been taken, those included that a contract dropped, and those that were refused. */
    long records() {
        return records;
    }

    /** Those that a contract dropped. */
    long dropped() {
        return dropped;
    }

    /** The rows of the resource's own table. */
    TableRows root() {
        return root;
    }

    /** All tables that take rows, parents before children. */
    List<TableRows> tables() {
        return decisions.tables();
    }

    /** What contracts leave out. */
    Discards discards() {
        return decisions.discards();
    }

    /** Whether a record could not be written, and ended all. */
    boolean failed() {
        return failed;
    }

    /** Goes on behind so many records. */
    void continueAfter(long recordsBefore) {
        records = recordsBefore;
    }

    /** From now on, records get these fields. */
    void add(List<Addition> added) {
        additions = added;
    }

    /** From now on, records are changed before anything is made of them. */
    void change(RecordChanges changes) {
        ChangingWriter known = changingBefore;
        if (known == null || !known.makes(changes.fields())) {
            known = new ChangingWriter(changes, writer, root);
            changingBefore = known;
        }
        known.of(changes);
        changing = known;
    }

    /** From now on, records are written as they come. */
    void changeNothing() {
        changing = null;
    }

    /** Whether records are changed. */
    boolean areChanged() {
        return changing != null;
    }

    /** A page begins that can be {@linkplain #forgetPage taken back}. */
    void markPage() {
        recordsBeforePage = records;
        droppedBeforePage = dropped;
        decisions.tables().forEach(TableRows::markPage);
        decisions.discards().beginPage();
        if (refusals != null) {
            refusals.beginPage(records);
        }
    }

    /** What has come of the page never came. */
    void forgetPage() {
        decisions.tables().forEach(TableRows::forgetPage);
        decisions.discards().forgetPage();
        if (refusals != null) {
            refusals.forgetPage();
        }
        records = recordsBeforePage;
        dropped = droppedBeforePage;
        failed = false;
    }

    /** Writes a record. */
    void take(JsonSlice record) {
        JsonScanner scanner = new JsonScanner();
        scanner.reset(record.bytes(), record.start(), record.end());
        take(scanner, record.bytes());
    }

    /** Puts a record aside that is no JSON. */
    void refuse(JsonSyntaxException fault, JsonSlice record) {
        records++;
        Objects.requireNonNull(refusals).put(fault, record, records);
    }

    /** Writes the record that comes next. */
    void take(JsonScanner scanner, byte[] bytes) {
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
        byte[] id = derivesIds ? findId(bytes, start) : null;
        if (derivesIds && id == null) {
            scanner.skipValue();
            lookCloser(new JsonSlice(bytes, start, scanner.position()));
            return;
        }
        writer.decide(false);
        writeRoot(scanner, bytes, id);
        if (writer.needsDecisions() || refusals != null && decisions.findMissing() != null) {
            tables.forEach(TableRows::forgetRecord);
            decisions.discards().forgetRecord();
            lookCloser(new JsonSlice(bytes, start, scanner.position()));
        }
    }

    /** Writes a record that could not be written as it stands. */
    private void lookCloser(JsonSlice text) {
        ChangingWriter before = changing;
        if (before == null) {
            decide(text);
            return;
        }
        changing = null;
        try {
            JsonSlice changed = before.changed(text, (int) (records - recordsBeforePage));
            changedScanner.reset(changed.bytes(), changed.start(), changed.end());
            changedScanner.peekValue();
            write(changedScanner, changed.bytes());
        } catch (RecordRefusedException e) {
            refuse(e);
        } finally {
            changing = before;
        }
    }

    private void refuse(RecordRefusedException unfit) {
        if (refusals == null) {
            throw unfit.failure();
        }
        refusals.putTaken(unfit.refused(), records);
    }

    /** Writes a record with a closer look at it, or puts it aside. */
    private void decide(JsonSlice text) {
        if (refusals != null) {
            writeOrRefuse(text, refusals);
            return;
        }
        try {
            writeDeciding(text);
        } catch (UnwritableException e) {
            throw e.failure();
        }
    }

    private void writeOrRefuse(JsonSlice text, Refusals aside) {
        Decisions.Mark before = decisions.mark();
        try {
            writeDeciding(text);
            decisions.requireFilled();
        } catch (UnwritableException e) {
            decisions.undo(before);
            decisions.discards().forgetRecord();
            aside.put(e, text, additions, records);
        }
    }

    /** The id that follows from the content of a record; null when the record needs a closer look for it. */
    private byte @Nullable [] findId(byte[] bytes, int start) {
        return textIds == null || changing != null ? null : textIds.find(bytes, start, additions);
    }

    /** @param id null: a random one */
    private void writeRoot(JsonScanner scanner, byte[] bytes, byte @Nullable [] id) {
        writer.beginRow(root);
        root.identity.begin(null);
        if (id != null) {
            root.identity.identify(id, 0, id.length);
        }
        writeContent(scanner, bytes, additions);
    }

    private void writeContent(JsonScanner scanner, byte[] bytes, List<Addition> added) {
        int budget = root.schema.maxNesting();
        writer.from(scanner, bytes);
        if (changing != null) {
            changing.write(scanner, bytes, budget);
        } else if (scanner.peekValue() == JsonScanner.OBJECT) {
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

    /** What follows makes several copies of the record. */
    private void requireShort(JsonSlice text) {
        int length = text.end() - text.start();
        if (length > LONGEST_DECIDED) {
            throw Failures.recordTooLong(root.name(), length, LONGEST_DECIDED, records);
        }
    }

    private void writeDeciding(JsonSlice text) {
        requireShort(text);
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
}
