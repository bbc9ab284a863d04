package dev.headrace.sql;

import dev.headrace.load.TableLoad;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.util.List;

/** Inserts the rows whose primary key is not there yet, with everything nested below them; the others stay as they are. */
final class InsertOnlyMerge {

    private final ChainLoad load;
    private final TableSchema root;
    private final List<String> primaryKey;
    private final List<String> uniqueKey;

    /** @param uniqueKey columns by which a new row stays only once; empty when all stay */
    InsertOnlyMerge(ChainLoad load, List<String> primaryKey, List<String> uniqueKey) {
        this.load = load;
        this.root = load.chain().root().table();
        this.primaryKey = primaryKey;
        this.uniqueKey = uniqueKey;
    }

    void run() {
        TableLoad rows = load.chain().load(root).orElse(null);
        if (rows == null) {
            return;
        }
        DiscardedRows discarded = new DiscardedRows(load, rows, uniqueKey);
        load.on(root, "look for known rows in", () -> findKnown(load.staged(rows), discarded));
        discarded.find();
        discarded.insertOthers();
    }

    private void findKnown(StagedRows rows, DiscardedRows discarded) throws SQLException {
        if (primaryKey.isEmpty() || !rows.hasAll(primaryKey) || !load.hadRows(root)) {
            return;
        }
        VanishedRows.unmark(load, rows, primaryKey);
        discarded.add("EXISTS (SELECT 1 FROM " + load.statements().table(root.name()) + " d WHERE "
                + load.statements().equal("d", "s", primaryKey) + ")");
    }
}
