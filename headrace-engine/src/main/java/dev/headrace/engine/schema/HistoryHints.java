package dev.headrace.engine.schema;

import dev.headrace.engine.naming.Naming;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.History;
import dev.headrace.schema.SystemColumns;
import java.util.List;
import java.util.Map;

/** The columns of a table that keeps the versions of its rows, as the schema document of dlt 1.26 tells of them. */
final class HistoryHints {

    private HistoryHints() {}

    /** In the order in which they are made: those that a merge fills come first. */
    static List<ColumnSchema> columns(History history, Naming naming) {
        ColumnSchema from = ColumnSchema.of(naming.path(history.validFrom()), DataType.TIMESTAMP);
        ColumnSchema to = ColumnSchema.of(naming.path(history.validTo()), DataType.TIMESTAMP)
                .with(Hints.VALID_TO, true);
        String version = history.rowVersion() == null ? SystemColumns.ID : naming.path(history.rowVersion());
        Map<String, Object> versionHints = Map.of(Hints.ROW_VERSION, true, Hints.UNIQUE, false, Hints.ROW_KEY, false);
        return List.of(
                from.with(Hints.VALID_FROM, true),
                history.activeUntil() == null ? to : to.with(Hints.ACTIVE_RECORD_TIMESTAMP, history.activeUntil()),
                new ColumnSchema(version, null, false, versionHints));
    }
}
