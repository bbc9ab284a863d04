package dev.headrace.engine.document;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One column as the schema document writes it. */
final class ColumnDocument {

    private ColumnDocument() {}

    static Map<String, @Nullable Object> write(ColumnSchema column) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", column.name());
        if (column.dataType() != null) {
            document.put("data_type", column.dataType().label());
        }
        document.put("nullable", column.nullable());
        document.putAll(column.hints());
        return document;
    }

    /** Properties that are null count as absent. */
    static ColumnSchema read(String name, Map<String, @Nullable Object> document) {
        Map<String, Object> hints = new LinkedHashMap<>();
        document.forEach((key, value) -> {
            if (value != null) {
                hints.put(key, value);
            }
        });
        hints.remove("name");
        Object type = hints.remove("data_type");
        boolean nullable = !Boolean.FALSE.equals(hints.remove("nullable"));
        return new ColumnSchema(name, type == null ? null : dataType(name, type), nullable, hints);
    }

    private static DataType dataType(String column, Object label) {
        return DataType.ofLabel(String.valueOf(label))
                .orElseThrow(() ->
                        SchemaDocument.unreadable("column '" + column + "' has the unknown type '" + label + "'"));
    }
}
