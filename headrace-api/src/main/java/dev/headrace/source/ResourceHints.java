package dev.headrace.source;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says about a resource's table. Names are as written; the engine normalises them.
 *
 * @param tableName null: the resource's name
 * @param disposition what happens to rows that are there already
 * @param primaryKey columns that identify a row; empty when none are named
 * @param mergeKey columns that name the group of rows a load replaces; empty when none are named
 * @param columns columns with hints, in the order written; those without type are completed by data
 * @param contract null: the source's
 * @param maxTableNesting null: the source's
 * @param tableProperties further properties of the schema document, such as {@code file_format}
 */
public record ResourceHints(
        @Nullable String tableName,
        WriteDisposition disposition,
        List<String> primaryKey,
        List<String> mergeKey,
        List<ColumnSchema> columns,
        @Nullable SchemaContract contract,
        @Nullable Integer maxTableNesting,
        Map<String, Object> tableProperties) {

    public ResourceHints {
        primaryKey = List.copyOf(primaryKey);
        mergeKey = List.copyOf(mergeKey);
        columns = List.copyOf(columns);
        tableProperties = Collections.unmodifiableMap(new LinkedHashMap<>(tableProperties));
    }

    /** Append to a table named like the resource; nothing else is known. */
    public static ResourceHints none() {
        return new ResourceHints(
                null, WriteDisposition.append(), List.of(), List.of(), List.of(), null, null, Map.of());
    }

    public ResourceHints withDisposition(WriteDisposition value) {
        return new ResourceHints(
                tableName, value, primaryKey, mergeKey, columns, contract, maxTableNesting, tableProperties);
    }

    public ResourceHints withPrimaryKey(List<String> value) {
        return new ResourceHints(
                tableName, disposition, value, mergeKey, columns, contract, maxTableNesting, tableProperties);
    }

    public ResourceHints withContract(SchemaContract value) {
        return new ResourceHints(
                tableName, disposition, primaryKey, mergeKey, columns, value, maxTableNesting, tableProperties);
    }
}
