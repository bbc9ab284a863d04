package dev.headrace.rest.definition;

import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Marks the column that holds the cursor, as dlt does: only where the cursor is a field of the record itself. */
final class CursorHint {

    private CursorHint() {}

    /** The hints of a resource with the mark. */
    static ResourceHints of(ResourceHints hints, @Nullable IncrementalDefinition incremental) {
        Optional<String> field = incremental == null
                ? Optional.empty()
                : incremental.cursor().path().simpleField();
        return field.map(name -> marked(hints, name)).orElse(hints);
    }

    private static ResourceHints marked(ResourceHints hints, String field) {
        List<ColumnSchema> columns = new ArrayList<>();
        boolean found = false;
        for (ColumnSchema column : hints.columns()) {
            boolean cursor = column.name().equals(field);
            columns.add(cursor ? column.with(Hints.INCREMENTAL, true) : column);
            found |= cursor;
        }
        if (!found) {
            columns.add(ColumnSchema.unsaid(field, null, Map.of(Hints.INCREMENTAL, true)));
        }
        return hints.withColumns(columns);
    }
}
