package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableReference;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.NestedHints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code nested_hints}: what is said about tables nested in that of a resource, by the names of their lists. */
final class NestedHintsParser {

    private static final List<String> KEYS = List.of(
            "columns",
            "primary_key",
            "merge_key",
            "write_disposition",
            "schema_contract",
            "references",
            "parent_table_name",
            TableFormats.TABLE,
            TableFormats.FILE);

    private NestedHintsParser() {}

    static Map<String, NestedHints> parse(ConfigNode nested) {
        Problems problems = new Problems();
        Map<String, NestedHints> byName = new LinkedHashMap<>();
        for (String name : nested.requireObject().keys()) {
            nested.present(name)
                    .flatMap(node -> problems.attempt(() -> hints(name, node)))
                    .ifPresent(hints -> byName.put(name, hints));
        }
        problems.throwIfAny();
        return byName;
    }

    private static NestedHints hints(String name, ConfigNode node) {
        if (name.isBlank()) {
            throw node.error("the name of the list is blank");
        }
        return JavaNode.component(node, NestedHints.class).orElseGet(() -> described(node));
    }

    private static NestedHints described(ConfigNode node) {
        Problems problems = new Problems();
        problems.check(() -> refuseMisplaced(node));
        HintFields fields = new HintFields(node, problems);
        NestedHints hints = new NestedHints(
                fields.read("parent_table_name", ConfigNode::text).orElse(null),
                disposition(fields),
                fields.read("primary_key", Choices::columns).orElse(List.of()),
                fields.read("merge_key", Choices::columns).orElse(List.of()),
                columns(fields),
                contract(fields),
                fields.read(TableReference.KEY, ReferencesParser::parse).orElse(List.of()),
                TableFormats.parse(node, problems));
        problems.throwIfAny();
        return hints;
    }

    private static void refuseMisplaced(ConfigNode node) {
        node.requireObject();
        if (node.has("nested_hints")) {
            throw node.error(
                    "nested_hints",
                    "'nested_hints' stands at the resource only: join the names of lists in lists by two underscores,"
                            + " such as lines__tags");
        }
        if (node.has("table_name")) {
            throw node.error(
                    "table_name", "a nested table is named after its list; 'table_name' belongs to the resource");
        }
        node.onlyKeys(KEYS);
    }

    private static @Nullable WriteDisposition disposition(HintFields fields) {
        return fields.read("write_disposition", HintsParser::disposition).orElse(null);
    }

    private static List<ColumnSchema> columns(HintFields fields) {
        return fields.read("columns", ColumnsParser::parse).orElse(List.of());
    }

    private static @Nullable SchemaContract contract(HintFields fields) {
        return fields.read("schema_contract", HintsParser::contract).orElse(null);
    }
}
