package dev.headrace.sql;

import dev.headrace.load.TableLoad;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Deletes the rows whose primary key or merge key comes again, with everything nested below them, and inserts the new ones:
 * of several with the same primary key only one. Null never equals null.
 */
final class DeleteInsertMerge {

    /** Temporary table: where the root rows that are replaced lie, and their ids. */
    private static final String MATCHED = "headrace_matched";

    private static final String ADDRESS = "headrace_address";

    private final ChainLoad load;
    private final Statements statements;
    private final TableSchema root;
    private final List<List<String>> keys;
    private final List<String> uniqueKey;

    /**
     * @param keys sets of columns: rows that are equal in one of them are replaced
     * @param uniqueKey columns by which a new row stays only once; empty when all stay
     */
    DeleteInsertMerge(ChainLoad load, List<List<String>> keys, List<String> uniqueKey) {
        this.load = load;
        this.statements = load.statements();
        this.root = load.chain().root().table();
        this.keys = keys;
        this.uniqueKey = uniqueKey;
    }

    void run() {
        TableLoad rows = load.chain().load(root).orElse(null);
        if (rows == null) {
            return;
        }
        load.on(root, "replace rows of", () -> deleteMatching(load.staged(rows)));
        new DiscardedRows(load, rows, uniqueKey).insertOthers();
    }

    private void deleteMatching(StagedRows rows) throws SQLException {
        List<String> usable = new ArrayList<>();
        for (List<String> key : keys) {
            // A key that the new rows do not have is null in all of them, and null matches nothing.
            if (!key.isEmpty() && rows.hasAll(key)) {
                usable.add("EXISTS (SELECT 1 FROM " + rows.relation() + " s WHERE " + statements.equal("s", "d", key)
                        + ")");
            }
        }
        if (usable.isEmpty() || !load.hadRows(root)) {
            return;
        }
        String matches = usable.stream().collect(Collectors.joining(" OR "));
        if (load.chain().nested().isEmpty()) {
            load.connection().execute(statements.deleteWhere(root.name(), matches));
        } else {
            deleteChain(matches);
        }
    }

    private void deleteChain(String matches) throws SQLException {
        String matched = statements.dialect().temporaryTable(MATCHED);
        if (statements.dialect().insertsWhatIsDeleted()) {
            deleteRoots(matches, matched);
            deleteNested(matched);
        } else {
            String address = load.rowAddress(root);
            findRoots(matches, address);
            deleteNested(matched);
            String found = "EXISTS (SELECT 1 FROM " + matched + " m WHERE m." + ADDRESS + " = d." + address + ")";
            load.connection().execute(statements.deleteWhere(root.name(), found));
        }
        load.connection().execute("DROP TABLE " + matched);
    }

    /** The root table is read only once. */
    private void deleteRoots(String matches, String matched) throws SQLException {
        String id = statements.dialect().quote(SystemColumns.ID);
        load.connection()
                .execute("CREATE TEMPORARY TABLE " + MATCHED + " AS SELECT " + id + " FROM "
                        + statements.table(root.name()) + " LIMIT 0");
        load.connection()
                .execute("WITH gone AS (" + statements.deleteWhere(root.name(), matches) + " RETURNING d." + id
                        + ") INSERT INTO " + matched + " SELECT " + id + " FROM gone");
    }

    private void findRoots(String matches, String address) throws SQLException {
        load.connection()
                .execute("CREATE TEMPORARY TABLE " + MATCHED + " AS SELECT d." + address + " AS " + ADDRESS + ", "
                        + statements.column("d", SystemColumns.ID) + " FROM " + statements.table(root.name())
                        + " d WHERE " + matches);
    }

    private void deleteNested(String matched) throws SQLException {
        NestedRows below = new NestedRows(load.chain(), statements, table -> statements.table(table.name()), matched);
        List<TableSchema> nested = load.chain().nested();
        // Deepest first: a table without root key finds its root rows through its parents.
        for (int i = nested.size() - 1; i >= 0; i--) {
            TableSchema table = nested.get(i);
            load.connection().execute(statements.deleteWhere(table.name(), below.condition(table, "d")));
        }
    }
}
