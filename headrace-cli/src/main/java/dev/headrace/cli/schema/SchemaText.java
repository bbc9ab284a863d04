package dev.headrace.cli.schema;

import dev.headrace.engine.document.PlainValues;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.schema.Hints;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema document as dlt writes it into files: without the names that repeat their keys, and without what the normaliser
 * remembers about tables.
 */
final class SchemaText {

    private SchemaText() {}

    static String yaml(SchemaDocument document) {
        return YamlText.of(exported(document));
    }

    static String json(SchemaDocument document) {
        return JsonText.write(exported(document)) + "\n";
    }

    private static Map<String, @Nullable Object> exported(SchemaDocument document) {
        Map<String, @Nullable Object> exported =
                copy(JsonTree.parse(document.json()).toJava());
        Map<String, @Nullable Object> tables = copy(exported.get("tables"));
        tables.replaceAll((name, table) -> exportedTable(copy(table)));
        exported.put("tables", tables);
        return exported;
    }

    private static Map<String, @Nullable Object> exportedTable(Map<String, @Nullable Object> table) {
        table.remove("name");
        table.remove(Hints.NORMALIZER);
        Map<String, @Nullable Object> columns = copy(table.get("columns"));
        columns.replaceAll((name, column) -> {
            Map<String, @Nullable Object> properties = copy(column);
            properties.remove("name");
            return properties;
        });
        table.put("columns", columns);
        return table;
    }

    private static Map<String, @Nullable Object> copy(@Nullable Object value) {
        return new LinkedHashMap<>(PlainValues.object(value).orElse(Map.of()));
    }
}
