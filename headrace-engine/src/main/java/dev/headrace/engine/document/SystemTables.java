package dev.headrace.engine.document;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that every dataset has beside the user's: names, columns and types are those of dlt. */
public final class SystemTables {

    /** How long a load id may be in system tables. */
    private static final long LOAD_ID_LENGTH = 64;

    private SystemTables() {}

    /** {@code _dlt_version}: one row per stored schema version. */
    public static TableSchema version() {
        return table(
                SystemColumns.VERSION_TABLE,
                WriteDisposition.skip(),
                List.of(
                        ColumnSchema.required("version", DataType.BIGINT),
                        ColumnSchema.required("engine_version", DataType.BIGINT),
                        ColumnSchema.required("inserted_at", DataType.TIMESTAMP),
                        ColumnSchema.required("schema_name", DataType.TEXT),
                        ColumnSchema.required("version_hash", DataType.TEXT),
                        ColumnSchema.required("schema", DataType.TEXT)),
                Map.of());
    }

    /** {@code _dlt_loads}: one row per committed load. */
    public static TableSchema loads() {
        return table(
                SystemColumns.LOADS_TABLE,
                WriteDisposition.skip(),
                List.of(
                        loadId("load_id"),
                        ColumnSchema.of("schema_name", DataType.TEXT),
                        ColumnSchema.required("status", DataType.BIGINT),
                        ColumnSchema.required("inserted_at", DataType.TIMESTAMP),
                        ColumnSchema.of("schema_version_hash", DataType.TEXT)),
                Map.of());
    }

    /** {@code _dlt_pipeline_state}: one row per state that was committed. */
    public static TableSchema pipelineState() {
        ColumnSchema rowId = ColumnSchema.required(SystemColumns.ID, DataType.TEXT)
                .with(Hints.UNIQUE, true)
                .with(Hints.ROW_KEY, true);
        return table(
                SystemColumns.STATE_TABLE,
                WriteDisposition.append(),
                List.of(
                        ColumnSchema.required("version", DataType.BIGINT),
                        ColumnSchema.required("engine_version", DataType.BIGINT),
                        ColumnSchema.required("pipeline_name", DataType.TEXT),
                        ColumnSchema.required("state", DataType.TEXT),
                        ColumnSchema.required("created_at", DataType.TIMESTAMP),
                        ColumnSchema.of("version_hash", DataType.TEXT),
                        loadId(SystemColumns.LOAD_ID),
                        rowId),
                Map.of("file_format", "preferred", Hints.NORMALIZER, Map.of(Hints.SEEN_DATA, true)));
    }

    private static ColumnSchema loadId(String name) {
        return ColumnSchema.required(name, DataType.TEXT).with(Hints.PRECISION, LOAD_ID_LENGTH);
    }

    private static TableSchema table(
            String name, WriteDisposition disposition, List<ColumnSchema> columns, Map<String, Object> properties) {
        Map<String, ColumnSchema> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        return new TableSchema(name, null, name, disposition, null, byName, properties);
    }
}
