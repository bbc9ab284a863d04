package dev.headrace.postgres;

import dev.headrace.parquet.ColumnValues;
import dev.headrace.parquet.FieldType;
import dev.headrace.schema.DataType;
import java.sql.SQLException;
import java.util.Optional;

/** How values of a package become fields of a binary COPY. One is made for each column; used by one thread. */
@FunctionalInterface
interface BinaryForm {

    /** Writes the current value, which is there, as one field. */
    void write(ColumnValues value, CopyBuffer out) throws SQLException;

    /**
     * The form for a column.
     *
     * @param type the column's type in the schema
     * @param stored the type at the database, in its words without precision
     * @return empty when the one cannot be written as the other; then the database may still convert it
     */
    static Optional<BinaryForm> of(DataType type, String stored) {
        return Optional.ofNullable(
                switch (stored) {
                    case "bigint" -> type == DataType.BIGINT ? (value, out) -> out.longField(value.number()) : null;
                    case "integer" -> type == DataType.BIGINT ? BinaryForms::writeInteger : null;
                    case "smallint" -> type == DataType.BIGINT ? BinaryForms::writeSmallInteger : null;
                    case "double precision" ->
                        type == DataType.DOUBLE ? (value, out) -> out.longField(value.number()) : null;
                    case "boolean" ->
                        type == DataType.BOOL ? (value, out) -> out.byteField((int) value.number()) : null;
                    case "character varying", "text" -> type == DataType.TEXT ? BinaryForms::writeBytes : null;
                    case "bytea" -> type == DataType.BINARY ? BinaryForms::writeBytes : null;
                    case "json" -> type == DataType.JSON ? BinaryForms::writeBytes : null;
                    case "jsonb" -> type == DataType.JSON ? BinaryForms::writeJson : null;
                    case "numeric" -> type == DataType.DECIMAL || type == DataType.WEI ? BinaryForms.numeric() : null;
                    case "timestamp with time zone", "timestamp without time zone" ->
                        type == DataType.TIMESTAMP ? BinaryForms::writeTimestamp : null;
                    case "date" -> type == DataType.DATE ? BinaryForms::writeDate : null;
                    case "time without time zone" ->
                        type == DataType.TIME ? (value, out) -> out.longField(value.number()) : null;
                    default -> null;
                });
    }

    /** How values of that type lie in the files of a package. */
    static FieldType fieldType(DataType type) {
        return switch (type) {
            case BOOL -> FieldType.BOOLEAN;
            case DATE -> FieldType.INT32;
            case BIGINT, TIMESTAMP, TIME -> FieldType.INT64;
            case DOUBLE -> FieldType.DOUBLE;
            case TEXT, JSON, BINARY, DECIMAL, WEI -> FieldType.BYTES;
        };
    }
}
