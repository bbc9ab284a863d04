package dev.headrace.engine.normalise;

import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.engine.schema.WorkingTable;
import dev.headrace.json.JsonScanner;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.SystemColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what the tables of a resource become: new columns, new nested tables, variants, and what contracts forbid. */
final class Decisions {

    /** Of one source; far more than anybody could work with, and few enough to be created in one transaction. */
    private static final int MOST_TABLES = 2000;

    private final WorkingSchema schema;
    private final Names names;
    private final BatchWriters writers;
    private final IdentitySettings identity;
    private final KeyCollisions collisions;
    private final Discards discards = new Discards();
    private final Map<String, TableRows> byName = new HashMap<>();
    private final List<TableRows> tables = new ArrayList<>();
    private long record;

    Decisions(
            WorkingSchema schema,
            Names names,
            BatchWriters writers,
            IdentitySettings identity,
            KeyCollisions collisions) {
        this.schema = schema;
        this.names = names;
        this.writers = writers;
        this.identity = identity;
        this.collisions = collisions;
    }

    /** The number of the record that is being written, from 1; failures name it. */
    void setRecord(long number) {
        record = number;
    }

    /** What contracts leave out. */
    Discards discards() {
        return discards;
    }

    /** All tables that take rows, parents before children. */
    List<TableRows> tables() {
        return tables;
    }

    TableRows openTable(WorkingTable table, String path) {
        TableRows known = byName.get(table.name());
        if (known != null) {
            return known;
        }
        boolean propagates = table.parent() == null && schema.propagatesRootKey(table);
        TableRows rows = new TableRows(table, path, names, writers, new RowIdentity(table, identity, propagates));
        byName.put(table.name(), rows);
        tables.add(rows);
        return rows;
    }

    int[] countRows() {
        return tables.stream().mapToInt(TableRows::rows).toArray();
    }

    /** Removes the rows that have come since they were counted. */
    void takeBack(int[] counts) {
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).truncate(i < counts.length ? counts[i] : 0);
        }
    }

    /** What there is now; {@link #undo} comes back to it. */
    Mark mark() {
        schema.mark();
        return new Mark(tables.stream().map(TableRows::mark).toList());
    }

    /** Removes the rows, columns and tables that have come since the mark, from the schema too. */
    void undo(Mark mark) {
        schema.takeBack();
        Forgotten gone = new Forgotten();
        while (tables.size() > mark.tables().size()) {
            TableRows table = tables.remove(tables.size() - 1);
            byName.remove(table.name());
            gone.add(table);
        }
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).takeBack(mark.tables().get(i), gone);
        }
        if (!gone.isEmpty()) {
            tables.forEach(table -> table.forget(gone));
        }
    }

    /** A table in which the record just written leaves out what each row must have; null where there is none. */
    @Nullable
    TableRows findMissing() {
        for (int i = 0; i < tables.size(); i++) {
            TableRows table = tables.get(i);
            if (table.findMissing() != null) {
                return table;
            }
        }
        return null;
    }

    /** Fails when the record just written leaves out what each row must have. */
    void requireFilled() {
        TableRows table = findMissing();
        String column = table == null ? null : table.findMissing();
        if (table != null && column != null) {
            throw Failures.missing(table.name(), column, record);
        }
    }

    /** What there was at one moment, table by table. */
    record Mark(List<TableRows.Mark> tables) {}

    /** Whether objects and lists of this field are stored as JSON text. */
    boolean keepsWhole(TableRows table, Field field, int budget) {
        return budget <= 0 || isJson(table.schema, field.name);
    }

    static boolean isJson(WorkingTable table, String column) {
        return table.findColumn(column).map(ColumnSchema::dataType).orElse(null) == DataType.JSON;
    }

    ObjectNode openObject(Field field) {
        ObjectNode node = new ObjectNode(field.path, field.rawPath, names);
        field.object = node;
        return node;
    }

    @Nullable
    TableRows openList(Field field, TableRows table) {
        String name = names.join(table.path, field.path);
        WorkingTable nested = schema.findTable(name).orElse(null);
        ContractMode mode = nested == null || nested.isNew() && !nested.isDeclared() && !byName.containsKey(name)
                ? (nested == null ? table.schema : nested).contract().tables()
                : ContractMode.EVOLVE;
        if (mode == ContractMode.FREEZE) {
            throw Failures.nestedTableRefused(name);
        }
        if (mode != ContractMode.EVOLVE) {
            field.discarded = true;
            return null;
        }
        if (nested == null && schema.size() >= MOST_TABLES) {
            throw Failures.tooManyTables(MOST_TABLES, name, record);
        }
        TableRows rows = openTable(
                nested == null ? schema.nestedTable(table.schema, name) : nested,
                names.concatenate(table.path, field.path));
        rows.derivesIds = rows.identity.isRoot() && new RootIds(rows.schema, names).areDerived();
        leadTo(rows, field, table);
        return rows;
    }

    /** The rows of this field's lists; null while neither it nor another key has led to them. */
    @Nullable
    TableRows findList(Field field, TableRows table) {
        if (field.list == null && field.tablesThen != tables.size()) {
            field.tablesThen = tables.size();
            TableRows known = byName.get(names.join(table.path, field.path));
            if (known != null) {
                leadTo(known, field, table);
            }
        }
        return field.list;
    }

    private void leadTo(TableRows rows, Field field, TableRows table) {
        rows.shared |= collisions.collide(table.name(), "table", rows.name(), rows.rawPath, field.rawPath);
        rows.rawPath = rows.rawPath == null ? field.rawPath : rows.rawPath;
        field.list = rows;
    }

    /** The column of this field's values; null while neither it nor another key has led to one. */
    @Nullable
    Column findColumn(Field field, TableRows table) {
        if (field.column == null && field.columnsThen != table.columnCount()) {
            field.columnsThen = table.columnCount();
            Column known = table.findColumn(field.name);
            if (known != null && !field.ignored && !field.discarded) {
                leadTo(known, field, table);
            }
        }
        return field.column;
    }

    private void leadTo(Column column, Field field, TableRows table) {
        column.shared |= collisions.collide(table.name(), "column", field.name, column.rawPath, field.rawPath);
        column.rawPath = column.rawPath == null ? field.rawPath : column.rawPath;
        field.column = column;
    }

    void putScalar(Field field, TableRows table, Scalar value) {
        requireShort(field, table, value.kind == JsonScanner.STRING ? value.end - value.start : 0);
        if (table.derivesIds && field.name.equals(SystemColumns.ID)) {
            table.identity.identify(value.bytes, value.start, value.end);
            return;
        }
        Column column = bind(field, table, value.type());
        if (column == null) {
            return;
        }
        if (!column.put(value, table.row)) {
            putVariant(column, table, value);
        }
        if (field.identifies) {
            table.identity.identify(value.bytes, value.start, value.end);
        }
    }

    private void requireShort(Field field, TableRows table, int length) {
        if (length > Column.LONGEST_TEXT) {
            throw Failures.tooLong(table.name(), field.name, length, record);
        }
    }

    private void putVariant(Column column, TableRows table, Scalar value) {
        Column variant = column;
        do {
            variant = openVariant(variant, table, value.variantType(), value.type());
        } while (variant != null && !variant.put(value, table.row));
    }

    void putWhole(Field field, TableRows table, byte[] json) {
        requireShort(field, table, json.length);
        Column column = bind(field, table, DataType.JSON);
        while (column != null && !column.putJson(json, json.length, table.row)) {
            column = openVariant(column, table, DataType.JSON, DataType.JSON);
        }
    }

    /** A value or, of a list that would be a table, a row is left out, as it was decided for its field. */
    void leaveOut(Field field, TableRows table, boolean ofList) {
        if (ofList) {
            discards.note(Discards.Kind.ROWS_OF_NEW_TABLE, "", names.join(table.path, field.path));
        } else {
            discards.note(Discards.Kind.VALUES_OF_NEW_COLUMN, field.name, table.name());
        }
    }

    void putNull(Field field, TableRows table) {
        prepare(field, table);
        if (field.ignored || field.identifies) {
            return;
        }
        if (table.schema.requires(field.name)) {
            throw Failures.nullRefused(table.name(), field.name, record);
        }
        field.nullAllowed = true;
    }

    UnwritableException characterRefused(Field field, TableRows table) {
        return Failures.characterRefused(table.name(), field, record);
    }

    private static void prepare(Field field, TableRows table) {
        if (field.name.equals(SystemColumns.ID)) {
            field.identifies = true;
        }
        if (field.name.equals(SystemColumns.LOAD_ID) && table.identity.isRoot()) {
            field.ignored = true;
        }
    }

    private @Nullable Column bind(Field field, TableRows table, DataType type) {
        if (field.discarded) {
            leaveOut(field, table, false);
        }
        if (field.column != null || field.discarded) {
            return field.column;
        }
        prepare(field, table);
        Column column = field.ignored ? null : openColumn(field, table, type);
        if (column != null) {
            leadTo(column, field, table);
        }
        return column;
    }

    private @Nullable Column openColumn(Field field, TableRows table, DataType type) {
        Column known = table.findColumn(field.name);
        if (known != null) {
            return known;
        }
        Optional<ColumnSchema> complete = table.schema.findColumn(field.name).filter(ColumnSchema::isComplete);
        if (complete.isPresent()) {
            return table.open(complete.get());
        }
        return switch (table.schema.modeForNewColumn(field.name)) {
            case EVOLVE -> table.open(withRoom(table).complete(field.name, type));
            case FREEZE -> throw Failures.columnRefused(table.name(), field.name, field.rawPath, record);
            case DISCARD_ROW -> {
                discardRow(Discards.Kind.ROWS_WITH_NEW_COLUMN, field.name, table);
                yield null;
            }
            case DISCARD_VALUE -> {
                field.discarded = true;
                leaveOut(field, table, false);
                yield null;
            }
        };
    }

    /** A row is counted once, whatever else is wrong with it. */
    private void discardRow(Discards.Kind kind, String column, TableRows table) {
        if (!table.discarded) {
            table.discarded = true;
            discards.note(kind, column, table.name());
        }
    }

    /** The table, which has room for one more column. */
    private WorkingTable withRoom(TableRows table) {
        int most = schema.maxColumns();
        if (table.schema.columnCount() >= most) {
            throw Failures.tooManyColumns(table.name(), most, record);
        }
        return table.schema;
    }

    /** @param namedAfter what tells the variants of a column apart; a new one gets {@code type} */
    private @Nullable Column openVariant(Column column, TableRows table, DataType namedAfter, DataType type) {
        String name = names.join(column.name, "v_" + namedAfter.label());
        Column known = table.findColumn(name);
        Optional<ColumnSchema> complete = table.schema.findColumn(name).filter(ColumnSchema::isComplete);
        if (known == null && complete.isEmpty() && !allowsVariant(column, table, type)) {
            return null;
        }
        Column variant = known != null
                ? known
                : table.open(complete.orElseGet(() -> withRoom(table).addVariant(name, type)));
        column.setVariant(namedAfter, variant);
        return variant;
    }

    private boolean allowsVariant(Column column, TableRows table, DataType type) {
        ContractMode mode = table.schema.contract().dataType();
        if (mode == ContractMode.FREEZE) {
            throw Failures.variantRefused(table.name(), column, type, record);
        }
        if (mode == ContractMode.DISCARD_ROW) {
            discardRow(Discards.Kind.ROWS_WITH_OTHER_TYPE, column.name, table);
        } else if (mode == ContractMode.DISCARD_VALUE) {
            discards.note(Discards.Kind.VALUES_OF_OTHER_TYPE, column.name, table.name());
        }
        return mode == ContractMode.EVOLVE;
    }
}
