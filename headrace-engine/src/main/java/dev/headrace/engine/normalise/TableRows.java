package dev.headrace.engine.normalise;

import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.schema.WorkingTable;
import dev.headrace.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one table on their way to its writer; at most one row is open at a time. */
final class TableRows {

    /** So many rows make a batch; the size is that of a row group in the package. */
    static final int FULL_ROWS = 20_480;

    /** So many bytes make a batch. */
    static final long FULL_BYTES = 8L << 20;

    /**
     * So many rows at most are written before they join the batch: the values of a row go to as many places as there are columns, which must
     * stay in the processor's cache. Those of a whole batch do not.
     */
    private static final int MOST_NEW_ROWS = 256;

    /** So many bytes, more or less, are written before they join the batch. */
    private static final long MOST_NEW_BYTES = 512 << 10;

    final WorkingTable schema;

    /** The table's name before it was shortened. */
    final String path;

    /** The keys of its rows. */
    final ObjectNode node;

    /** Holds the values of rows that are no objects. */
    final Field valueField;

    /** Holds the lists of rows that are lists. */
    final Field listField;

    final RowIdentity identity;

    /** The index of the open row among the new ones. */
    int row;

    /** The number of the open row; differs from those of all other rows. */
    long serial;

    /** Rows of a nested table that stands on its own, and whose ids follow from their content: they come with them. */
    boolean derivesIds;

    /** A contract dropped the open row. */
    boolean discarded;

    /** More than one key leads here: a row may then have two lists for it. */
    boolean shared;

    /** The key that led here first; null until one did. */
    @Nullable
    String rawPath;

    /** The row above whose list was written last, by its serial number. */
    long enteredFrom;

    private final BatchWriters writers;
    private final Map<String, Column> columns = new HashMap<>();

    /** The column of each buffer in the batch; null for a constant. */
    private final List<@Nullable Column> openedInOrder = new ArrayList<>();

    private TableBatch batch;

    /** The rows that were written last; columns are those of the batch. */
    private final TableBatch newRows;

    /** So many of them join the batch, judged by how long the ones before were: nobody knows before the first has come. */
    private int enoughNewRows = 1;

    private @Nullable BatchWriter writer;
    private long handedOver;
    private int pageStart;
    private int recordStart;
    private @Nullable List<String> required;

    TableRows(WorkingTable schema, String path, Names names, BatchWriters writers, RowIdentity identity) {
        this.schema = schema;
        this.path = path;
        this.node = new ObjectNode(null, "", names);
        this.valueField = node.named("value");
        this.listField = node.named("list");
        this.writers = writers;
        this.identity = identity;
        this.batch = new TableBatch(schema.name());
        this.newRows = new TableBatch(schema.name());
    }

    String name() {
        return schema.name();
    }

    int rows() {
        return batch.rows() + newRows.rows();
    }

    void beginRow(long number) {
        row = newRows.addRow();
        serial = number;
        discarded = false;
    }

    /** The column that takes values already; null if none of that name does. */
    @Nullable
    Column findColumn(String name) {
        return columns.get(name);
    }

    int columnCount() {
        return columns.size();
    }

    /** Lets a complete column of the schema take values. */
    Column open(ColumnSchema column) {
        Column opened = openBeside(column);
        columns.put(column.name(), opened);
        return opened;
    }

    /** Lets a column take values that is none of the table's. */
    Column openBeside(ColumnSchema column) {
        ColumnBuffer buffer = ColumnBuffer.of(column.name(), column.requiredType());
        Column opened = new Column(column, newRows.add(buffer));
        batch.add(buffer.emptyCopy());
        openedInOrder.add(opened);
        return opened;
    }

    void openConstant(String column, String value) {
        newRows.add(ColumnBuffer.constantText(column, value));
        batch.add(ColumnBuffer.constantText(column, value));
        openedInOrder.add(null);
    }

    void markPage() {
        pageStart = rows();
    }

    /** A record begins: no row is open. */
    void markRecord() {
        if (newRows.rows() >= enoughNewRows) {
            joinBatch();
        }
        recordStart = rows();
    }

    private void joinBatch() {
        if (newRows.rows() > 0) {
            long fitting = MOST_NEW_BYTES * newRows.rows() / Math.max(1, newRows.byteSize());
            enoughNewRows = (int) Math.max(1, Math.min(MOST_NEW_ROWS, fitting));
            batch.append(newRows);
            newRows.clear((int) MOST_NEW_BYTES);
        }
    }

    void forgetPage() {
        truncate(pageStart);
    }

    void forgetRecord() {
        truncate(recordStart);
    }

    void truncate(int rows) {
        if (rows < rows()) {
            newRows.truncate(Math.max(0, rows - batch.rows()));
        }
        if (rows < batch.rows()) {
            batch.truncate(rows);
        }
    }

    Mark mark() {
        return new Mark(rows(), openedInOrder.size(), identity.isReady());
    }

    /** Removes the rows and the columns that have come since the mark. */
    void takeBack(Mark mark, Forgotten gone) {
        truncate(mark.rows());
        while (openedInOrder.size() > mark.columns()) {
            Column column = openedInOrder.remove(openedInOrder.size() - 1);
            batch.removeLast();
            newRows.removeLast();
            if (column != null) {
                columns.values().remove(column);
                gone.add(column);
            }
        }
        identity.forget(mark.identityReady(), gone);
    }

    /** Lets go of what was taken back, here or in other tables. */
    void forget(Forgotten gone) {
        node.forget(gone);
        columns.values().forEach(column -> column.forget(gone));
    }

    /** What there was at one moment. */
    record Mark(int rows, int columns, boolean identityReady) {}

    /**
     * A column that the rows of the record just written must have filled, and that one of them has not; null when all have.
     * Columns of the layout are not looked at.
     */
    @Nullable
    String findMissing() {
        if (required == null) {
            required = schema.requiredColumns();
        }
        int first = recordStart - batch.rows(); // not negative: rows join the batch between records only
        for (String name : required) {
            Column column = columns.get(name);
            for (int each = first; each < newRows.rows(); each++) {
                if (column == null || !column.buffer.isPresent(each)) {
                    return name;
                }
            }
        }
        return null;
    }

    boolean isFull() {
        return rows() >= FULL_ROWS || batch.byteSize() + newRows.byteSize() >= FULL_BYTES;
    }

    /** How many rows have been handed over. */
    long handedOver() {
        return handedOver;
    }

    /** Whether any rows have been handed over. */
    boolean hasTaken() {
        return writer != null;
    }

    /** Gives the rows to the writer, if there are any. */
    void handOver() {
        joinBatch();
        if (batch.rows() == 0) {
            return;
        }
        schema.markSeen();
        if (writer == null) {
            writer = writers.open(schema.name());
        }
        handedOver += batch.rows();
        batch = writer.exchange(batch);
        pageStart = 0;
        recordStart = 0;
    }
}
