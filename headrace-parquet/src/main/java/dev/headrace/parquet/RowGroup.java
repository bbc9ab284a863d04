package dev.headrace.parquet;

import java.util.List;

/**
 * Rows that lie together in a file. Valid until the next group of the same file is read.
 *
 * @param columns the values of each field, in the order of the fields; each is read once, from the first row to the last
 */
public record RowGroup(int rows, List<ColumnValues> columns) {
    public RowGroup {
        columns = List.copyOf(columns);
    }
}
