package dev.headrace.engine.document;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column as the schema document writes it. As in dlt, one that keeps the end of versions says too that nothing stands there
 * while a version is valid.
 */
final class ColumnDocument {

    private ColumnDocument() {}

    static Map<String, @Nullable Object> write(ColumnSchema column) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", column.name());
        if (column.dataType() != null) {
            document.put("data_type", column.dataType().label());
        }
        if (column.nullableSaid()) {
            document.put("nullable", column.nullable());
        }
        if (column.is(Hints.VALID_TO)) {
            document.put(Hints.ACTIVE_RECORD_TIMESTAMP, null);
        }
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
        Object nullable = hints.remove("nullable");
        return new ColumnSchema(
                name,
                type == null ? null : dataType(name, type),
                !Boolean.FALSE.equals(nullable),
                nullable != null,
                hints);
    }

    private static DataType dataType(String column, Object label) {
        return DataType.ofLabel(String.valueOf(label))
                .orElseThrow(() ->
                        SchemaDocument.unreadable("column '" + column + "' has the unknown type '" + label + "'"));
    }
}
