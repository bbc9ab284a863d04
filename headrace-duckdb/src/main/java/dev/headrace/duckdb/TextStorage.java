package dev.headrace.duckdb;

import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.SystemColumns;
import dev.headrace.sql.SqlConnection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the columns of text of new tables are compressed. DuckDB looks for repetitions by default, which takes longest where
 * there are none. Such columns are told to be compressed with zstd, in half the time and into a little more space.
 *
 * @param compression {@link Compression#SMALL} leaves all columns to DuckDB
 * @param knowsZstd whether the file's storage version has the compression of that name
 */
record TextStorage(Compression compression, boolean knowsZstd) {

    private static final String ZSTD = "USING COMPRESSION ZSTD";

    /** Nearly every row has an id of its own. */
    private static final Set<String> IDS = Set.of(SystemColumns.ID, SystemColumns.PARENT_ID, SystemColumns.ROOT_ID);

    /** A column with less text costs next to nothing, and tells little about what it will hold one day. */
    private static final long ENOUGH_BYTES = 1_000_000;

    /** @see dev.headrace.sql.Dialect#columnStorage */
    Map<String, String> of(SqlConnection connection, List<ColumnSchema> columns, List<PartFile> parts)
            throws SQLException {
        if (!knowsZstd || compression == Compression.SMALL) {
            return Map.of();
        }
        Set<String> varied = varied(connection, parts);
        Map<String, String> storage = new LinkedHashMap<>();
        for (ColumnSchema column : columns) {
            boolean zstd = IDS.contains(column.name()) || varied.contains(column.name());
            if (zstd && column.requiredType() == DataType.TEXT) {
                storage.put(column.name(), ZSTD);
            }
        }
        return storage;
    }

    /** Columns with many different values: those whose chunks the package mostly wrote without a dictionary. */
    private static Set<String> varied(SqlConnection connection, List<PartFile> parts) throws SQLException {
        if (parts.stream().mapToLong(PartFile::bytes).sum() < ENOUGH_BYTES) {
            return Set.of();
        }
        String plain = "sum(total_uncompressed_size) FILTER (encodings NOT LIKE '%DICTIONARY%')";
        return new LinkedHashSet<>(connection.query(
                "SELECT path_in_schema FROM parquet_metadata(" + DuckDbDialect.files(parts) + ") GROUP BY ALL HAVING "
                        + plain + " >= " + ENOUGH_BYTES + " AND " + plain + " > sum(total_uncompressed_size) / 2",
                List.of(),
                row -> row.getString(1)));
    }
}
