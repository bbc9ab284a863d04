package dev.headrace.engine.parquet;

import dev.headrace.schema.DataType;

/**
 * One column of a file. Each is optional in the format's sense: rows may lack a value.
 *
 * @param zoned for TIMESTAMP: whether values are moments (UTC) and not readings of a clock somewhere; of no meaning for
 *     other types
 */
public record ParquetColumn(String name, DataType type, boolean zoned) {

    PhysicalType physical() {
        return switch (type) {
            case BOOL -> PhysicalType.BOOLEAN;
            case DATE -> PhysicalType.INT32;
            case BIGINT, TIMESTAMP, TIME -> PhysicalType.INT64;
            case DOUBLE -> PhysicalType.DOUBLE;
            case TEXT, JSON, BINARY, DECIMAL, WEI -> PhysicalType.BYTE_ARRAY;
        };
    }
}
