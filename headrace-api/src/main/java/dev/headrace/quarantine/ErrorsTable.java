package dev.headrace.quarantine;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of a dataset that holds what could not be written. It comes into being with its first row, and no schema document
 * knows it. Rows are found again by {@link SystemColumns#ID}.
 */
public final class ErrorsTable {

    public static final String NAME = "_headrace_errors";

    public static final String PIPELINE = "pipeline_name";
    public static final String SCHEMA = "schema_name";
    public static final String OCCURRED_AT = "occurred_at";
    public static final String RESOURCE = "resource_name";
    public static final String TABLE = "table_name";
    public static final String COLUMN = "column_name";
    public static final String KIND = "kind";
    public static final String REASON = "reason";
    public static final String REQUEST = "request";
    public static final String PAGE = "page";
    /** The record's place on its page, from 1. */
    public static final String NUMBER = "record_number";
    /** JSON text; begins like the record where that is too long. */
    public static final String RECORD = "record";
    /** Whether {@link #RECORD} is the whole record as it came, so that it can be tried again. */
    public static final String WHOLE = "record_is_whole";
    /** Whether {@link #RECORD} has gone through the steps of its resource. */
    public static final String PROCESSED = "record_is_processed";
    /** When the record was loaded after all; null: it was not. */
    public static final String REPLAYED_AT = "replayed_at";
    /** The load that brought it then. */
    public static final String REPLAY_LOAD_ID = "replay_load_id";

    private static final List<ColumnSchema> COLUMNS = List.of(
            ColumnSchema.required(SystemColumns.LOAD_ID, DataType.TEXT),
            ColumnSchema.required(SystemColumns.ID, DataType.TEXT).with(Hints.PRIMARY_KEY, true),
            ColumnSchema.required(PIPELINE, DataType.TEXT),
            ColumnSchema.required(SCHEMA, DataType.TEXT),
            ColumnSchema.required(OCCURRED_AT, DataType.TIMESTAMP),
            ColumnSchema.required(RESOURCE, DataType.TEXT),
            ColumnSchema.of(TABLE, DataType.TEXT),
            ColumnSchema.of(COLUMN, DataType.TEXT),
            ColumnSchema.required(KIND, DataType.TEXT),
            ColumnSchema.required(REASON, DataType.TEXT),
            ColumnSchema.of(REQUEST, DataType.TEXT),
            ColumnSchema.of(PAGE, DataType.BIGINT),
            ColumnSchema.of(NUMBER, DataType.BIGINT),
            ColumnSchema.of(RECORD, DataType.TEXT),
            ColumnSchema.required(WHOLE, DataType.BOOL),
            ColumnSchema.required(PROCESSED, DataType.BOOL),
            ColumnSchema.of(REPLAYED_AT, DataType.TIMESTAMP),
            ColumnSchema.of(REPLAY_LOAD_ID, DataType.TEXT));

    private ErrorsTable() {}

    /** The table as packages bring it. */
    public static TableSchema schema() {
        Map<String, ColumnSchema> byName = new LinkedHashMap<>();
        COLUMNS.forEach(column -> byName.put(column.name(), column));
        return new TableSchema(NAME, null, null, WriteDisposition.append(), null, byName, Map.of());
    }
}
