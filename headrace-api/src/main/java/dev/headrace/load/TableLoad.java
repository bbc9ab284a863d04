package dev.headrace.load;

import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.List;

/**
 * What a package brings for one table.
 *
 * @param table as the package's schema has it
 * @param disposition the one in force for this load; for nested tables the root's, or their own where the root appends or
 *     replaces
 * @param parts in the order they were written; empty when the resource was read and gave no rows for this table (with
 *     {@code replace} the table is then emptied)
 * @param terms what else this load has to keep to
 */
public record TableLoad(TableSchema table, WriteDisposition disposition, List<PartFile> parts, LoadTerms terms) {
    public TableLoad {
        parts = List.copyOf(parts);
    }

    /** One without further terms. */
    public TableLoad(TableSchema table, WriteDisposition disposition, List<PartFile> parts) {
        this(table, disposition, parts, LoadTerms.none());
    }

    /** The same under other terms. */
    public TableLoad withTerms(LoadTerms value) {
        return new TableLoad(table, disposition, parts, value);
    }

    /** The same with other files. */
    public TableLoad withParts(List<PartFile> value) {
        return new TableLoad(table, disposition, value, terms);
    }

    /** Rows in all parts. */
    public long rows() {
        return parts.stream().mapToLong(PartFile::rows).sum();
    }

    /** The size of the files of all parts. */
    public long bytes() {
        return parts.stream().mapToLong(PartFile::bytes).sum();
    }

    /** Whether any part has the column {@link PartFile#ORIGIN}. */
    public boolean hasOrigin() {
        return parts.stream().anyMatch(PartFile::hasOrigin);
    }
}
