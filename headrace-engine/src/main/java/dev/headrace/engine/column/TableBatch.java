package dev.headrace.engine.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Some rows of one table, column by column. Columns may be added at any time: earlier rows have no value there. Used by one
 * thread at a time.
 */
public final class TableBatch {

    private final String table;
    private final List<ColumnBuffer> columns = new ArrayList<>();
    private int rows;

    /** A batch without rows and columns. */
    public TableBatch(String table) {
        this.table = table;
    }

    /** The normalised name of the table. */
    public String table() {
        return table;
    }

    /** The columns in the order in which they were added; a view that cannot be changed. */
    public List<ColumnBuffer> columns() {
        return Collections.unmodifiableList(columns);
    }

    public int rows() {
        return rows;
    }

    /** Adds an empty column behind the others, and returns it. */
    public ColumnBuffer add(ColumnBuffer column) {
        columns.add(column);
        return column;
    }

    /** Removes the column that was added last; it must have no values. */
    public void removeLast() {
        columns.remove(columns.size() - 1);
    }

    /** Begins a row without values, and returns its index. */
    public int addRow() {
        return rows++;
    }

    /**
     * Adds the rows of another batch behind its own.
     *
     * @param other has the same columns in the same order
     */
    public void append(TableBatch other) {
        if (other.columns.size() != columns.size()) {
            throw new IllegalArgumentException("Rows of " + other.columns.size() + " columns cannot join those of "
                    + table + ", which has " + columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).append(other.columns.get(i), rows);
        }
        rows += other.rows;
    }

    /** Removes the rows from {@code row} on. */
    public void truncate(int row) {
        for (ColumnBuffer column : columns) {
            column.truncate(row);
        }
        rows = row;
    }

    /** Removes all rows; columns and their capacity stay. */
    public void clear() {
        clear(Integer.MAX_VALUE);
    }

    /** Removes all rows; columns stay, and of their arrays those that take no more than so many bytes. */
    public void clear(int largestKept) {
        for (ColumnBuffer column : columns) {
            column.clear(largestKept);
        }
        rows = 0;
    }

    /** The size of the values in bytes, without the room that is kept for more. */
    public long byteSize() {
        long size = 0;
        for (ColumnBuffer column : columns) {
            size += column.byteSize();
        }
        return size;
    }

    /** A new batch without rows, with the same columns in the same order. */
    public TableBatch emptyCopy() {
        TableBatch copy = new TableBatch(table);
        for (ColumnBuffer column : columns) {
            copy.add(column.emptyCopy());
        }
        return copy;
    }
}
