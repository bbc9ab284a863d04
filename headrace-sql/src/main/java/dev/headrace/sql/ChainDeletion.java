package dev.headrace.sql;

import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.util.List;

/** Deletes root rows with everything nested below them. */
final class ChainDeletion {

    /** Temporary table: where the root rows that go lie, and their ids. */
    private static final String MATCHED = " headrace:matched";

    private static final String ADDRESS = "headrace_address";

    private final ChainLoad load;
    private final Statements statements;
    private final TableSchema root;

    ChainDeletion(ChainLoad load) {
        this.load = load;
        this.statements = load.statements();
        this.root = load.chain().root().table();
    }

    /** @param condition over the alias {@code d}: the root rows that go */
    void delete(String condition) throws SQLException {
        if (load.chain().nested().isEmpty()) {
            load.connection().execute(statements.deleteWhere(root.name(), condition));
            return;
        }
        String matched = statements.dialect().temporaryTable(MATCHED);
        if (statements.dialect().insertsWhatIsDeleted()) {
            deleteRoots(condition, matched);
            deleteNested(matched);
        } else {
            String address = load.rowAddress(root);
            findRoots(condition, address);
            deleteNested(matched);
            String found = "EXISTS (SELECT 1 FROM " + matched + " m WHERE m." + ADDRESS + " = d." + address + ")";
            load.connection().execute(statements.deleteWhere(root.name(), found));
        }
        load.connection().execute("DROP TABLE " + matched);
    }

    /** The root table is read only once. */
    private void deleteRoots(String condition, String matched) throws SQLException {
        String id = statements.dialect().quote(SystemColumns.ID);
        load.connection().execute(statements.temporaryLike(MATCHED, root.name(), id));
        load.connection()
                .execute("WITH gone AS (" + statements.deleteWhere(root.name(), condition) + " RETURNING d." + id
                        + ") INSERT INTO " + matched + " SELECT " + id + " FROM gone");
    }

    private void findRoots(String condition, String address) throws SQLException {
        load.connection()
                .execute("CREATE TEMPORARY TABLE " + statements.dialect().quote(MATCHED) + " AS SELECT d." + address
                        + " AS " + ADDRESS + ", "
                        + statements.column("d", SystemColumns.ID) + " FROM " + statements.table(root.name())
                        + " d WHERE " + condition);
    }

    /** @param rootIds a table with a column {@code _dlt_id}: the root rows that what goes is nested in */
    void deleteNested(String rootIds) throws SQLException {
        NestedRows below = new NestedRows(load.chain(), statements, table -> statements.table(table.name()), rootIds);
        List<TableSchema> nested = load.chain().nested();
        // Deepest first: a table without root key finds its root rows through its parents.
        for (int i = nested.size() - 1; i >= 0; i--) {
            TableSchema table = nested.get(i);
            load.connection().execute(statements.deleteWhere(table.name(), below.condition(table, "d")));
        }
    }
}
