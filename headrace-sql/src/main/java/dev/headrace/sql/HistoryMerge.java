package dev.headrace.sql;

import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.History;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps every version of a row: versions that the new rows do not have any more end, those that are new begin. A merge key
 * limits what ends to the keys among the new rows; without one they are the whole content of the table.
 */
final class HistoryMerge {

    private final ChainLoad load;
    private final Statements statements;
    private final TableSchema root;
    private final String validFrom;
    private final ColumnSchema validTo;
    private final String version;
    private final String boundary;

    /** @param begun when the package was begun */
    HistoryMerge(ChainLoad load, Instant begun) {
        this.load = load;
        this.statements = load.statements();
        this.root = load.chain().root().table();
        this.validFrom = required(Hints.VALID_FROM).name();
        this.validTo = required(Hints.VALID_TO);
        this.version = root.columnsWith(Hints.ROW_VERSION).stream().findFirst().orElse(SystemColumns.ID);
        Object moment = root.properties().get(Hints.BOUNDARY_TIMESTAMP);
        this.boundary = Statements.literal(moment == null ? begun : History.moment(String.valueOf(moment)));
    }

    private ColumnSchema required(String hint) {
        return root.columns().stream()
                .filter(column -> column.is(hint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(root.name() + " has no column with " + hint));
    }

    void run() {
        Optional<TableLoad> rows = load.chain().load(root);
        load.on(root, "end versions of", () -> retire(rows));
        if (rows.isPresent()) {
            load.on(root, "load into", () -> insert(load.staged(rows.get())));
        }
    }

    private void retire(Optional<TableLoad> rows) throws SQLException {
        if (!load.hadRows(root)) {
            return;
        }
        List<String> mergeKey = root.columnsWith(Hints.MERGE_KEY);
        StagedRows staged = rows.isPresent() ? load.staged(rows.get()) : null;
        // New rows without the key, or none at all, share it with no version.
        if (!mergeKey.isEmpty() && (staged == null || !staged.hasAll(mergeKey))) {
            return;
        }
        String condition = active();
        if (staged != null) {
            condition += " AND NOT " + exists(staged.relation(), "s", List.of(version));
            condition += mergeKey.isEmpty() ? "" : " AND " + exists(staged.relation(), "s", mergeKey);
        }
        load.connection().execute(statements.update(root.name(), validTo.name(), boundary) + " WHERE " + condition);
    }

    /** Over the alias {@code d}: the version is valid. */
    private String active() {
        String column = statements.column("d", validTo.name());
        String none = column + " IS NULL";
        return activeUntil()
                .map(value -> "(" + none + " OR " + column + " = " + value + ")")
                .orElse(none);
    }

    private Optional<String> activeUntil() {
        return Optional.ofNullable(validTo.hints().get(Hints.ACTIVE_RECORD_TIMESTAMP))
                .map(text -> Statements.literal(History.moment(String.valueOf(text))));
    }

    private String exists(String relation, String alias, List<String> equalColumns) {
        return "EXISTS (SELECT 1 FROM " + relation + " " + alias + " WHERE " + statements.equal("s", "d", equalColumns)
                + ")";
    }

    private void insert(StagedRows rows) {
        String isNew = "NOT EXISTS (SELECT 1 FROM " + statements.table(root.name()) + " d WHERE "
                + statements.equal("d", "s", List.of(version)) + " AND " + active() + ")";
        // First the nested rows: afterwards no version is new any more.
        for (TableSchema nested : load.chain().nested()) {
            if (load.chain().load(nested).isPresent()) {
                load.insert(nested, isUnknown(nested) + belongsToNew(nested, rows, isNew));
            }
        }
        Map<String, String> validity = new LinkedHashMap<>();
        validity.put(validFrom, boundary);
        validity.put(validTo.name(), activeUntil().orElse("NULL"));
        load.insert(root, isNew, validity);
    }

    /**
     * Where ids follow from the content, those below a known version are known, too. Parents say nothing there: a table may
     * have its rows from lists in different places, and its schema names the parent of one.
     */
    private String belongsToNew(TableSchema nested, StagedRows rows, String isNew) {
        if (version.equals(SystemColumns.ID)) {
            return "";
        }
        String newIds = "(SELECT " + statements.column("s", SystemColumns.ID) + " FROM " + rows.relation() + " s WHERE "
                + isNew + ")";
        return " AND " + new NestedRows(load.chain(), statements, load::relation, newIds).condition(nested, "s");
    }

    /** A version that comes back finds the nested rows that it had before. */
    private String isUnknown(TableSchema nested) {
        return "NOT EXISTS (SELECT 1 FROM " + statements.table(nested.name()) + " d WHERE "
                + statements.equal("d", "s", List.of(SystemColumns.ID)) + ")";
    }
}
