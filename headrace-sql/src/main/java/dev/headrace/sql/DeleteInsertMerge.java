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
    private static final String MATCHED = " headrace:matched";

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
        DiscardedRows discarded = new DiscardedRows(load, rows, uniqueKey);
        discarded.find();
        load.on(root, "replace rows of", () -> replace(rows, discarded));
    }

    private void replace(TableLoad rows, DiscardedRows discarded) throws SQLException {
        RootsInPlace inPlace = new RootsInPlace(load, rows, uniqueKey);
        if (discarded.isEmpty() && isByUniqueKey() && inPlace.arePossible()) {
            inPlace.put(MATCHED);
            String matched = statements.dialect().temporaryTable(MATCHED);
            deleteNested(matched);
            load.connection().execute("DROP TABLE " + matched);
            discarded.insertNested();
        } else {
            deleteMatching(load.staged(rows));
            discarded.insertOthers();
        }
    }

    /** Whether rows are found by nothing but the key by which a new one stays only once. */
    private boolean isByUniqueKey() {
        return keys.stream().filter(key -> !key.isEmpty()).allMatch(uniqueKey::equals);
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
        load.connection().execute(statements.temporaryLike(MATCHED, root.name(), id));
        load.connection()
                .execute("WITH gone AS (" + statements.deleteWhere(root.name(), matches) + " RETURNING d." + id
                        + ") INSERT INTO " + matched + " SELECT " + id + " FROM gone");
    }

    private void findRoots(String matches, String address) throws SQLException {
        load.connection()
                .execute("CREATE TEMPORARY TABLE " + statements.dialect().quote(MATCHED) + " AS SELECT d." + address
                        + " AS " + ADDRESS + ", "
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
