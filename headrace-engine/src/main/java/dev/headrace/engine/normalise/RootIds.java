package dev.headrace.engine.normalise;

import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.engine.schema.WorkingTable;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Derives the ids of root rows from their content, where the merge strategy finds rows again by their ids. */
final class RootIds {

    private final WorkingTable table;
    private final Names names;
    private final Strategy strategy;
    private final HashText text = new HashText();

    RootIds(WorkingTable table, Names names) {
        this.table = table;
        this.names = names;
        this.strategy = strategy(table);
    }

    /** Whether ids are derived at all; otherwise they are random. */
    boolean areDerived() {
        return strategy != Strategy.RANDOM;
    }

    /** Whether ids follow from all that a row holds, not from its key only. */
    boolean areOfWholeRows() {
        return strategy == Strategy.BY_ROW;
    }

    /**
     * The id of a record.
     *
     * @param number the record's number, for messages
     */
    byte[] derive(RawObject record, int budget, long number) {
        return areOfWholeRows() ? ofRow(record) : ofKey(key(record, budget, number));
    }

    /** The id that follows from the whole record. */
    byte[] ofRow(RawObject record) {
        return RowIds.rowHash(text.ofRow(record));
    }

    /** The id that follows from a value for each column of the key. */
    byte[] ofKey(SortedMap<String, RawValue> key) {
        return RowIds.keyHash(text.ofObject(key));
    }

    private SortedMap<String, RawValue> key(RawObject record, int budget, long number) {
        Map<String, RawValue> values = new RowLayout(names, table).resolve(record, budget, (first, later) -> {});
        SortedMap<String, RawValue> key = new TreeMap<>();
        for (String column : keyColumns()) {
            key.put(column, value(values, column, number));
        }
        return key;
    }

    private RawValue value(Map<String, RawValue> values, String column, long number) {
        @Nullable RawValue value = values.get(column);
        if (value == null) {
            throw Failures.keyMissing(table.name(), column, number);
        }
        return value;
    }

    /** The columns of the table's key. */
    List<String> keyColumns() {
        List<String> keys = new ArrayList<>();
        for (ColumnSchema column : table.columns()) {
            if (column.is(Hints.PRIMARY_KEY)) {
                keys.add(column.name());
            }
        }
        return keys;
    }

    private static Strategy strategy(WorkingTable table) {
        if (!(table.disposition() instanceof WriteDisposition.Merge merge)) {
            return Strategy.RANDOM;
        }
        return switch (merge.strategy()) {
            case DELETE_INSERT -> Strategy.RANDOM;
            case UPSERT, INSERT_ONLY -> Strategy.BY_KEY;
            case SCD2 -> hasOwnVersion(table) ? Strategy.RANDOM : Strategy.BY_ROW;
        };
    }

    /** Whether the data brings what tells the versions of a row apart. */
    private static boolean hasOwnVersion(WorkingTable table) {
        for (ColumnSchema column : table.columns()) {
            if (column.is(Hints.ROW_VERSION)) {
                return !column.name().equals(SystemColumns.ID);
            }
        }
        return false;
    }

    private enum Strategy {
        RANDOM,
        BY_KEY,
        BY_ROW
    }
}
