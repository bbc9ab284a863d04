package dev.headrace.engine.normalise;

import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.engine.normalise.RawValue.RawScalar;
import dev.headrace.json.JsonKeyTable;
import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.KeyOrder;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids of records that are written as they stand, where they follow from their content, before the record is read. Of a
 * record that is known by its key no more is read than up to the last member of the key. If anything is unusual there is no id: the
 * record needs a closer look then. That another member leads to the same column is seen by the writer, who gives such records up.
 */
final class TextIds {

    /** Of a key that leads to no column of the key. */
    private static final String OTHER = "";

    /** More are data rather than names. */
    private static final int MOST_KEYS = 10_000;

    private final RootIds ids;
    private final Names names;
    private final JsonScanner scanner = new JsonScanner();

    /** As they are spelled; their numbers are places in {@link #columns}. */
    private final JsonKeyTable keys = new JsonKeyTable();

    /** The columns of the table's key that keys lead to. */
    private final List<String> columns = new ArrayList<>();

    private final KeyOrder order = new KeyOrder(keys);
    private List<String> keyColumns = List.of();

    TextIds(RootIds ids, Names names) {
        this.ids = ids;
        this.names = names;
    }

    /**
     * The id of the record that begins there; null when it needs a closer look.
     *
     * @param additions what the record gets
     */
    byte @Nullable [] find(byte[] bytes, int start, List<Addition> additions) {
        try {
            scanner.reset(bytes, start, bytes.length);
            if (scanner.peekValue() != JsonScanner.OBJECT) {
                return null;
            }
            return ids.areOfWholeRows() ? ofRow(bytes, start, additions) : ofKey(bytes, additions);
        } catch (JsonSyntaxException e) {
            return null; // told by whoever reads the record
        }
    }

    private byte @Nullable [] ofRow(byte[] bytes, int start, List<Addition> additions) {
        RawObject record = RawObject.of(RawValue.read(scanner, bytes));
        if (scanner.position() - start > RecordRows.LONGEST_DECIDED) {
            return null; // its text takes as much memory again
        }
        additions.forEach(added -> record.members().put(added.key(), RawValue.of(added.value())));
        return ids.ofRow(record);
    }

    private byte @Nullable [] ofKey(byte[] bytes, List<Addition> additions) {
        if (keyColumns.isEmpty()) {
            keyColumns = ids.keyColumns(); // not sooner: another resource may have added some
        }
        SortedMap<String, RawValue> key = new TreeMap<>();
        for (Addition added : additions) {
            if (!take(column(added.key()), added.value(), key)) {
                return null;
            }
        }
        scanner.beginObject();
        order.restart();
        while (key.size() < keyColumns.size()) {
            int number = order.next(scanner);
            if (number == KeyOrder.END || number == KeyOrder.ESCAPED) {
                return null;
            }
            String column = number == JsonKeyTable.NONE ? learned(bytes) : columns.get(number);
            scanner.peekValue();
            int start = scanner.position();
            scanner.skipValue();
            if (!take(column, new JsonSlice(bytes, start, scanner.position()), key)) {
                return null;
            }
        }
        return ids.ofKey(key);
    }

    /** Takes a value, if it is of the key; false when it is not certain what that makes of the key. */
    private static boolean take(String column, JsonSlice value, SortedMap<String, RawValue> key) {
        if (column.equals(OTHER)) {
            return true;
        }
        byte first = value.bytes()[value.start()];
        return first != 'n' && first != '{' && first != '[' && key.put(column, new RawScalar(value)) == null;
    }

    private String learned(byte[] bytes) {
        String column = column(Keys.text(bytes, scanner));
        if (columns.size() < MOST_KEYS) {
            keys.add(bytes, scanner.keyStart(), scanner.keyEnd());
            columns.add(column);
            order.forget();
        }
        return column;
    }

    private String column(String key) {
        String name = names.path(key);
        return keyColumns.contains(name) ? name : OTHER;
    }
}
