package dev.headrace.engine.schema;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import java.util.Map;
import java.util.Set;

/** The hints that new columns get by their name: the default hints of dlt's schema documents. */
final class DefaultHints {

    private static final Set<String> REQUIRED = Set.of(
            SystemColumns.ID,
            SystemColumns.ROOT_ID,
            SystemColumns.PARENT_ID,
            SystemColumns.LIST_IDX,
            SystemColumns.LOAD_ID);

    private static final Map<String, String> KEYS = Map.of(
            SystemColumns.ID, Hints.ROW_KEY,
            SystemColumns.PARENT_ID, Hints.PARENT_KEY,
            SystemColumns.ROOT_ID, Hints.ROOT_KEY);

    private DefaultHints() {}

    /** Whether a column of that name must be filled by every row, if nothing else is said about it. */
    static boolean requires(String column) {
        return REQUIRED.contains(column);
    }

    static ColumnSchema apply(ColumnSchema column) {
        ColumnSchema hinted = requires(column.name()) ? column.withNullable(false) : column;
        if (column.name().equals(SystemColumns.ID)) {
            hinted = hinted.with(Hints.UNIQUE, true);
        }
        String key = KEYS.get(column.name());
        return key == null ? hinted : hinted.with(key, true);
    }
}
