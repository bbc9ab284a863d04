package dev.headrace.source;

import dev.headrace.quarantine.OnBadRow;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableReference;
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
 * @param references to other tables
 * @param nested what is known about tables nested in this one, by the name of the list; the names of a list and of those
 *     around it are joined by two underscores, as in {@code lines__tags}
 * @param onBadRow what happens to records that cannot be written; null: what the run says
 */
public record ResourceHints(
        @Nullable String tableName,
        WriteDisposition disposition,
        List<String> primaryKey,
        List<String> mergeKey,
        List<ColumnSchema> columns,
        @Nullable SchemaContract contract,
        @Nullable Integer maxTableNesting,
        Map<String, Object> tableProperties,
        List<TableReference> references,
        Map<String, NestedHints> nested,
        @Nullable OnBadRow onBadRow) {

    public ResourceHints {
        primaryKey = List.copyOf(primaryKey);
        mergeKey = List.copyOf(mergeKey);
        columns = List.copyOf(columns);
        tableProperties = Collections.unmodifiableMap(new LinkedHashMap<>(tableProperties));
        references = List.copyOf(references);
        nested = Collections.unmodifiableMap(new LinkedHashMap<>(nested));
    }

    /** Without references, and with nothing said about nested tables or records that cannot be written. */
    public ResourceHints(
            @Nullable String tableName,
            WriteDisposition disposition,
            List<String> primaryKey,
            List<String> mergeKey,
            List<ColumnSchema> columns,
            @Nullable SchemaContract contract,
            @Nullable Integer maxTableNesting,
            Map<String, Object> tableProperties) {
        this(
                tableName,
                disposition,
                primaryKey,
                mergeKey,
                columns,
                contract,
                maxTableNesting,
                tableProperties,
                List.of(),
                Map.of(),
                null);
    }

    /** Append to a table named like the resource; nothing else is known. */
    public static ResourceHints none() {
        return new ResourceHints(
                null, WriteDisposition.append(), List.of(), List.of(), List.of(), null, null, Map.of());
    }

    public ResourceHints withDisposition(WriteDisposition value) {
        return copy(value, primaryKey, columns, contract, nested, onBadRow);
    }

    public ResourceHints withPrimaryKey(List<String> value) {
        return copy(disposition, value, columns, contract, nested, onBadRow);
    }

    public ResourceHints withColumns(List<ColumnSchema> value) {
        return copy(disposition, primaryKey, value, contract, nested, onBadRow);
    }

    public ResourceHints withContract(SchemaContract value) {
        return copy(disposition, primaryKey, columns, value, nested, onBadRow);
    }

    public ResourceHints withNested(Map<String, NestedHints> value) {
        return copy(disposition, primaryKey, columns, contract, value, onBadRow);
    }

    public ResourceHints withOnBadRow(OnBadRow value) {
        return copy(disposition, primaryKey, columns, contract, nested, value);
    }

    /**
     * What of it cannot be done, each as the end of a sentence about the nested table it names; empty when all can. A nested
     * table without a key follows its root: it may only differ in being appended to or replaced.
     */
    public List<String> contradictions() {
        return nested.entrySet().stream()
                .flatMap(entry -> entry.getValue().contradiction(disposition).stream()
                        .map(problem -> "nested table '" + entry.getKey() + "' " + problem))
                .toList();
    }

    private ResourceHints copy(
            WriteDisposition newDisposition,
            List<String> newPrimaryKey,
            List<ColumnSchema> newColumns,
            @Nullable SchemaContract newContract,
            Map<String, NestedHints> newNested,
            @Nullable OnBadRow newOnBadRow) {
        return new ResourceHints(
                tableName,
                newDisposition,
                newPrimaryKey,
                mergeKey,
                newColumns,
                newContract,
                maxTableNesting,
                tableProperties,
                references,
                newNested,
                newOnBadRow);
    }
}
