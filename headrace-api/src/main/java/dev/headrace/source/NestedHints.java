package dev.headrace.source;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableReference;
import dev.headrace.schema.WriteDisposition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says about a table nested in a resource's table. Names are as written; the engine normalises them. A
 * table with a key is no longer part of its parent: its rows know their load instead of their parent, and it is loaded by a
 * disposition of its own.
 *
 * @param parentTable the table it is nested in; null: the nearest one that its name tells of
 * @param disposition null: that of the table above; with a key: append
 * @param primaryKey columns that identify a row; empty when none are named
 * @param mergeKey columns that name the group of rows a load replaces; empty when none are named
 * @param columns columns with hints, in the order written; those without type are completed by data
 * @param contract null: that of the table above
 * @param references to other tables
 * @param tableProperties further properties of the schema document, such as {@code file_format}
 */
public record NestedHints(
        @Nullable String parentTable,
        @Nullable WriteDisposition disposition,
        List<String> primaryKey,
        List<String> mergeKey,
        List<ColumnSchema> columns,
        @Nullable SchemaContract contract,
        List<TableReference> references,
        Map<String, Object> tableProperties) {

    public NestedHints {
        primaryKey = List.copyOf(primaryKey);
        mergeKey = List.copyOf(mergeKey);
        columns = List.copyOf(columns);
        references = List.copyOf(references);
        tableProperties = Collections.unmodifiableMap(new LinkedHashMap<>(tableProperties));
    }

    /** Nothing is known. */
    public static NestedHints none() {
        return new NestedHints(null, null, List.of(), List.of(), List.of(), null, List.of(), Map.of());
    }

    public NestedHints withDisposition(WriteDisposition value) {
        return new NestedHints(
                parentTable, value, primaryKey, mergeKey, columns, contract, references, tableProperties);
    }

    public NestedHints withPrimaryKey(List<String> value) {
        return new NestedHints(
                parentTable, disposition, value, mergeKey, columns, contract, references, tableProperties);
    }

    public NestedHints withColumns(List<ColumnSchema> value) {
        return new NestedHints(
                parentTable, disposition, primaryKey, mergeKey, value, contract, references, tableProperties);
    }

    /** What of it cannot be done below a table with that disposition. */
    Optional<String> contradiction(WriteDisposition root) {
        if (disposition == null) {
            return Optional.empty();
        }
        return standsAlone() ? contradictionOfItsOwn(disposition) : contradictionBelow(root, disposition);
    }

    private static Optional<String> contradictionBelow(WriteDisposition root, WriteDisposition own) {
        boolean possible = own.equals(root) || isPlain(own) && isPlain(root);
        return possible
                ? Optional.empty()
                : Optional.of("cannot be loaded by '" + own.label() + "' below a table that is loaded by '"
                        + root.label()
                        + "': its rows would lose their parents. Give it a primary_key or a merge_key, which"
                        + " makes it a table of its own, or leave its write_disposition out");
    }

    private Optional<String> contradictionOfItsOwn(WriteDisposition own) {
        boolean needsKey = own instanceof WriteDisposition.Merge merge
                && (merge.strategy() == MergeStrategy.UPSERT || merge.strategy() == MergeStrategy.INSERT_ONLY);
        return needsKey && !hasColumn(primaryKey, Hints.PRIMARY_KEY)
                ? Optional.of("needs a primary_key for its merge strategy")
                : Optional.empty();
    }

    private static boolean isPlain(WriteDisposition disposition) {
        return disposition instanceof WriteDisposition.Append || disposition instanceof WriteDisposition.Replace;
    }

    private boolean hasColumn(List<String> named, String hint) {
        return !named.isEmpty() || columns.stream().anyMatch(column -> column.is(hint));
    }

    /** Whether the table is not nested after all. */
    public boolean standsAlone() {
        return hasKey() && parentTable == null;
    }

    private boolean hasKey() {
        return hasColumn(primaryKey, Hints.PRIMARY_KEY) || hasColumn(mergeKey, Hints.MERGE_KEY);
    }
}
