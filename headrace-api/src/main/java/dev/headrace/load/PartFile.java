package dev.headrace.load;

import java.nio.file.Path;
import java.util.List;

/**
 * One Parquet file of a table. A table whose columns change while it is written goes on in a new part.
 *
 * @param columns the file's columns, in file order: the table's columns that were known when the part began
 */
public record PartFile(Path file, long rows, long bytes, List<String> columns) {
    public PartFile {
        columns = List.copyOf(columns);
    }
}
