package dev.headrace.sql;

import java.util.List;

/**
 * The new rows of one table, as something that can be selected from.
 *
 * @param relation what stands behind {@code FROM}; an alias may follow
 * @param columns the columns that it has, as the schema names them
 * @param position names, quoted where they need it, of columns of the relation that together number the rows in the order in
 *     which they were read; no two rows have the same
 * @param hasOrigin whether the relation has the column {@link dev.headrace.load.PartFile#ORIGIN}
 */
public record StagedRows(String relation, List<String> columns, List<String> position, boolean hasOrigin) {

    public StagedRows {
        columns = List.copyOf(columns);
        position = List.copyOf(position);
    }

    boolean hasAll(List<String> wanted) {
        return columns.containsAll(wanted);
    }
}
