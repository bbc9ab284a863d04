package dev.headrace.load;

import java.nio.file.Path;
import java.util.List;

/**
 * One Parquet file of a table. A table whose columns change while it is written goes on in a new part.
 *
 * @param columns the table's columns that were known when the part began, in file order
 * @param hasOrigin whether the file has one more column, {@link #ORIGIN}
 */
public record PartFile(Path file, long rows, long bytes, List<String> columns, boolean hasOrigin) {

    /**
     * A column of integers that is never stored: the number of the root row that a row is, or is nested in, at any depth. No
     * other root row of the package has the same. Rows have it whose ids follow from the data, because two root rows of a
     * package may then have one id, and only this tells which rows are nested in which of them. Others have null. The name
     * begins with a space, as no column's name does.
     */
    public static final String ORIGIN = " headrace:origin";

    public PartFile {
        columns = List.copyOf(columns);
    }

    /** A part without {@link #ORIGIN}. */
    public PartFile(Path file, long rows, long bytes, List<String> columns) {
        this(file, rows, bytes, columns, false);
    }
}
