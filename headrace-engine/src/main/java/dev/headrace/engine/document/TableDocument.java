package dev.headrace.engine.document;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table as the schema document writes it. Strategy and de-duplication of a merge are properties of their own there; here
 * they are part of the disposition. A strategy that stayed behind under another disposition is kept as a property.
 */
public final class TableDocument {

    private static final String DEDUPLICATED = "x-stage-data-deduplicated";

    private TableDocument() {}

    /** The table's properties as plain JSON values. */
    public static Map<String, @Nullable Object> write(TableSchema table) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", table.name());
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        table.columnsByName().forEach((name, column) -> columns.put(name, ColumnDocument.write(column)));
        document.put("columns", columns);
        document.putAll(table.properties());
        putIfPresent(document, "parent", table.parent());
        putIfPresent(document, "resource", table.resource());
        if (table.contract() != null) {
            document.put("schema_contract", ContractDocument.write(table.contract()));
        }
        if (table.disposition() != null) {
            writeDisposition(document, table.disposition());
        }
        return document;
    }

    /** @throws dev.headrace.DataException of kind {@code SCHEMA} when it has a type or a disposition that is not known */
    public static TableSchema read(String name, Map<String, @Nullable Object> document) {
        Map<String, Object> rest = new LinkedHashMap<>();
        document.forEach((key, value) -> putIfPresent(rest, key, value));
        rest.remove("name");
        Map<String, ColumnSchema> columns = readColumns(rest.remove("columns"));
        String parent = PlainValues.text(rest.remove("parent")).orElse(null);
        String resource = PlainValues.text(rest.remove("resource")).orElse(null);
        Object contract = rest.remove("schema_contract");
        WriteDisposition disposition = readDisposition(rest, parent);
        return new TableSchema(
                name,
                parent,
                parent == null && resource == null ? name : resource,
                disposition,
                ContractDocument.read(contract),
                columns,
                rest);
    }

    private static Map<String, ColumnSchema> readColumns(@Nullable Object document) {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        PlainValues.object(document)
                .ifPresent(byName -> byName.forEach((name, column) -> PlainValues.object(column)
                        .ifPresent(properties -> columns.put(name, ColumnDocument.read(name, properties)))));
        return columns;
    }

    private static void writeDisposition(Map<String, @Nullable Object> document, WriteDisposition disposition) {
        document.put("write_disposition", disposition.label());
        if (disposition instanceof WriteDisposition.Merge merge) {
            document.remove(Hints.MERGE_STRATEGY);
            document.remove(DEDUPLICATED);
            if (merge.strategy() != MergeStrategy.DELETE_INSERT) {
                document.put(Hints.MERGE_STRATEGY, merge.strategy().label());
            }
            if (merge.deduplicated()) {
                document.put(DEDUPLICATED, true);
            }
        }
    }

    /** Takes what belongs to the disposition out of {@code rest}. Root tables without one append, as in dlt. */
    private static @Nullable WriteDisposition readDisposition(Map<String, Object> rest, @Nullable String parent) {
        Object label = rest.remove("write_disposition");
        if (label == null) {
            return parent == null ? WriteDisposition.append() : null;
        }
        return switch (String.valueOf(label)) {
            case "append" -> WriteDisposition.append();
            case "replace" -> WriteDisposition.replace();
            case "skip" -> WriteDisposition.skip();
            case "merge" ->
                new WriteDisposition.Merge(
                        strategy(rest.remove(Hints.MERGE_STRATEGY)), Boolean.TRUE.equals(rest.remove(DEDUPLICATED)));
            default -> throw SchemaDocument.unreadable("unknown write disposition '" + label + "'");
        };
    }

    private static MergeStrategy strategy(@Nullable Object label) {
        if (label == null) {
            return MergeStrategy.DELETE_INSERT;
        }
        for (MergeStrategy strategy : MergeStrategy.values()) {
            if (strategy.label().equals(label)) {
                return strategy;
            }
        }
        throw SchemaDocument.unreadable("unknown merge strategy '" + label + "'");
    }

    private static <V extends @Nullable Object> void putIfPresent(Map<String, V> map, String key, @Nullable V value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
