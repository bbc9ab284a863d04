package dev.headrace.sql;

import dev.headrace.load.TableLoad;
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

    /** Temporary table: the ids of the root rows that are replaced. */
    private static final String REPLACED = " headrace:replaced";

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
            inPlace.put(REPLACED);
            String replaced = statements.dialect().temporaryTable(REPLACED);
            new ChainDeletion(load).deleteNested(replaced);
            load.connection().execute("DROP TABLE " + replaced);
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
        new ChainDeletion(load).delete(usable.stream().collect(Collectors.joining(" OR ")));
    }
}
