package dev.headrace.testkit.destination;

import dev.headrace.destination.Destination;
import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contract tests need to know of one destination: an empty place to load into, and how to look at it. */
public interface DestinationProbe {

    /** The destination under test; the same place at each call. */
    Destination destination();

    /**
     * Writes a part as a load package has it.
     *
     * @param rows values in the order of {@code columns}: {@code String}, {@code Long}, {@code Double}, {@code Boolean},
     *     {@code Instant}, {@code LocalDate}, {@code LocalTime}, {@code byte[]}, {@code BigDecimal}, or null; texts for
     *     columns of type {@code json}
     */
    PartFile writePart(Path file, List<ColumnSchema> columns, List<List<@Nullable Object>> rows);

    /** The rows that another program sees, with the same kinds of values; in any order. */
    List<Map<String, @Nullable Object>> rows(String dataset, String table);

    /** The tables that another program sees, by name; the columns of each in their order. */
    Map<String, List<StoredColumn>> tables(String dataset);

    /** The columns of a table in their order; empty when there is no such table. */
    default List<StoredColumn> columns(String dataset, String table) {
        return tables(dataset).getOrDefault(table, List.of());
    }

    /**
     * One column as the database describes it.
     *
     * @param type in the words of the database
     */
    record StoredColumn(String name, String type, boolean nullable) {}
}
