package dev.headrace.postgres;

import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.TableSchema;
import dev.headrace.sql.SqlConnection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that rows are copied into.
 *
 * @param table its full name, as it stands in statements
 * @param schema what the package says of its columns
 * @param storedTypes the types that its columns have, in the words of the database, without precision
 * @param position a column that numbers the rows; empty when there is none
 */
record CopyTarget(String table, TableSchema schema, Map<String, String> storedTypes, Optional<String> position) {

    private static final String TYPES = "SELECT a.attname, format_type(a.atttypid, NULL) FROM pg_catalog.pg_attribute a"
            + " WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped";

    CopyTarget {
        storedTypes = Map.copyOf(storedTypes);
    }

    /** Looks at the table; its columns may have other types than the schema says. */
    static CopyTarget of(SqlConnection connection, String table, TableSchema schema, Optional<String> position)
            throws SQLException {
        Map<String, String> types = new HashMap<>();
        connection.query(TYPES, List.of(table), row -> types.put(row.getString(1), row.getString(2)));
        return new CopyTarget(table, schema, types, position);
    }

    /** Whether values of all these columns can be copied as they are. */
    boolean takes(List<String> columns) {
        return columns.stream().allMatch(column -> form(column).isPresent());
    }

    /** Whether the table takes a column of a part at all: origins are only for the time of the load. */
    boolean wants(String column) {
        return !column.equals(PartFile.ORIGIN) || takesOrigins();
    }

    private boolean takesOrigins() {
        return position.isPresent() && storedTypes.containsKey(PartFile.ORIGIN);
    }

    /** The type of a column's values in the parts. */
    DataType type(String column) {
        return column.equals(PartFile.ORIGIN)
                ? DataType.BIGINT
                : schema.findColumn(column).orElseThrow().requiredType();
    }

    /** How values of a column are copied; empty when the database would have to convert them. */
    Optional<BinaryForm> form(String column) {
        if (column.equals(PartFile.ORIGIN)) {
            return BinaryForm.of(DataType.BIGINT, storedTypes.getOrDefault(column, ""));
        }
        return schema.findColumn(column)
                .filter(ColumnSchema::isComplete)
                .flatMap(known -> BinaryForm.of(known.requiredType(), storedTypes.getOrDefault(column, "")));
    }
}
