package dev.headrace.sql;

import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts new root rows in the place of those with the same key by a unique index on that key, which spares reading the table.
 * What nested rows are found by, the ids of the rows that were there, comes out of the same statement.
 */
final class RootsInPlace {

    private final ChainLoad load;
    private final Statements statements;
    private final TableLoad rows;
    private final TableSchema root;
    private final List<String> key;

    /** @param key no two of the new rows are equal in it */
    RootsInPlace(ChainLoad load, TableLoad rows, List<String> key) {
        this.load = load;
        this.statements = load.statements();
        this.rows = rows;
        this.root = rows.table();
        this.key = key;
    }

    /** Whether the database can do it with this table; one that had no rows is filled faster without. */
    boolean arePossible() throws SQLException {
        return !key.isEmpty()
                && load.staged(rows).hasAll(key)
                && load.hadRows(root)
                && statements.replacesInPlace(load.connection(), root.name(), key);
    }

    /** Puts all of them there, and the ids of those that were there into a new temporary table, which has only that column. */
    void put(String matched) throws SQLException {
        String id = statements.dialect().quote(SystemColumns.ID);
        load.connection().execute(statements.temporaryLike(matched, root.name(), id));
        load.expect(root, rows.rows());
        load.timed(
                rows,
                () -> load.connection()
                        .number("WITH put AS (" + statements.insertSelect(root.name(), load.staged(rows))
                                + " ON CONFLICT ("
                                + Statements.list(key, statements.dialect()::quote) + ") DO UPDATE SET " + assignments()
                                + " RETURNING OLD." + id + "), known AS (INSERT INTO "
                                + statements.dialect().temporaryTable(matched) + " SELECT " + id + " FROM put WHERE "
                                + id
                                + " IS NOT NULL) " + statements.countAll("put")));
    }

    /** Columns that the new rows do not have become null, as in rows that were inserted. */
    private String assignments() {
        return root.completeColumns().stream()
                .map(ColumnSchema::name)
                .filter(column -> !key.contains(column))
                .map(statements.dialect()::quote)
                .map(column -> column + " = EXCLUDED." + column)
                .collect(Collectors.joining(", "));
    }
}
