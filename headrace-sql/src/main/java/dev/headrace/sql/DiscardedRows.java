package dev.headrace.sql;

import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The new root rows that a merge leaves out: all but one of several with the same primary key, those that are marked as
 * deleted, and those that the strategy does not want. They are usually few, so they are kept in a temporary table rather than the ones that stay.
 */
final class DiscardedRows {

    /** Temporary table: position, id and, where it has one, origin of each root row that is left out. */
    private static final String ROWS = " headrace:discarded";
    /** Temporary table: ids of root rows that no row that stays has too. */
    private static final String IDS = " headrace:discarded_ids";

    private final ChainLoad load;
    private final Statements statements;
    private final TableLoad root;
    private final List<String> uniqueKey;
    private final List<String> unwanted = new ArrayList<>();
    private boolean any;
    private boolean sharedIds;

    /** @param uniqueKey columns by which a row stays only once; empty when all stay */
    DiscardedRows(ChainLoad load, TableLoad root, List<String> uniqueKey) {
        this.load = load;
        this.statements = load.statements();
        this.root = root;
        this.uniqueKey = uniqueKey;
    }

    /** @param condition over the alias {@code s}: rows that are left out, too */
    void add(String condition) {
        unwanted.add(condition);
    }

    /** Looks which they are; to be done once, before anything else is asked. */
    void find() {
        load.on(root.table(), "find duplicates for", () -> {
            collect();
            load.expect(root.table(), root.rows() - (any ? load.connection().number(statements.countAll(rows())) : 0));
        });
    }

    /** Whether all new rows stay. */
    boolean isEmpty() {
        return !any;
    }

    /** Inserts the root rows that stay, and what is nested below them. */
    void insertOthers() {
        load.on(root.table(), "load into", () -> load.insert(root.table(), rootCondition()));
        insertNested();
    }

    /** Inserts what is nested below the root rows that stay. */
    void insertNested() {
        for (TableSchema nested : load.chain().nested()) {
            load.on(nested, "load into", () -> load.insert(nested, nestedCondition(nested)));
        }
        load.on(root.table(), "finish", this::drop);
    }

    private void collect() throws SQLException {
        StagedRows rows = load.staged(root);
        deleted(rows).ifPresent(unwanted::add);
        boolean duplicates = load.hasRepeated(rows, uniqueKey);
        if (!duplicates && unwanted.isEmpty()) {
            return;
        }
        any = true;
        String others = unwanted.isEmpty() ? "FALSE" : String.join(" OR ", unwanted);
        load.connection().execute(createRows(rows, duplicates, others));
        if (!load.chain().nested().isEmpty()) {
            load.connection().execute(createIds(rows));
            sharedIds =
                    load.connection().number("SELECT count(DISTINCT " + quoted(SystemColumns.ID) + ") FROM " + rows())
                            > load.connection().number(statements.countAll(ids()));
        }
    }

    private String createRows(StagedRows rows, boolean duplicates, String unwantedRows) {
        String rank = duplicates
                ? "row_number() OVER (PARTITION BY " + quotedList(uniqueKey) + " ORDER BY " + preference(rows) + ")"
                : "1";
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < rows.position().size(); i++) {
            selected.add(rows.position().get(i) + " AS p" + i);
        }
        if (rows.hasOrigin()) {
            selected.add(quoted(PartFile.ORIGIN));
        }
        return "CREATE TEMPORARY TABLE " + quoted(ROWS) + " AS SELECT * FROM (SELECT " + String.join(", ", selected)
                + ", "
                + quoted(SystemColumns.ID) + ", " + rank + " AS place, " + unwantedRows + " AS unwanted FROM "
                + rows.relation() + " s) r WHERE r.place > 1 OR r.unwanted";
    }

    /** The order in which the first row stays: as the hint has it, else, and among equals, the last one read. */
    private String preference(StagedRows rows) {
        List<String> order = new ArrayList<>();
        for (ColumnSchema column : root.table().columns()) {
            Object direction = column.hints().get(Hints.DEDUP_SORT);
            if (direction != null && rows.hasAll(List.of(column.name()))) {
                order.add(quoted(column.name()) + ("desc".equals(direction) ? " DESC" : " ASC") + " NULLS LAST");
            }
        }
        rows.position().forEach(position -> order.add(position + " DESC"));
        return String.join(", ", order);
    }

    private Optional<String> deleted(StagedRows rows) {
        return root.table().columns().stream()
                .filter(column -> column.is(Hints.HARD_DELETE) && rows.hasAll(List.of(column.name())))
                .findFirst()
                .map(column -> column.dataType() == DataType.BOOL
                        ? "coalesce(" + quoted(column.name()) + ", FALSE)"
                        : quoted(column.name()) + " IS NOT NULL");
    }

    private String createIds(StagedRows rows) throws SQLException {
        return "CREATE TEMPORARY TABLE " + quoted(IDS) + " AS SELECT DISTINCT r." + quoted(SystemColumns.ID) + " FROM "
                + rows()
                + " r WHERE NOT EXISTS (SELECT 1 FROM " + rows.relation() + " s WHERE "
                + statements.equal("s", "r", List.of(SystemColumns.ID)) + " AND " + rootCondition() + ")";
    }

    /** Over the alias {@code s}: the root rows that stay. Empty when all do. */
    private String rootCondition() throws SQLException {
        if (!any) {
            return "";
        }
        List<String> position = load.staged(root).position();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < position.size(); i++) {
            same.add("x.p" + i + " = s." + position.get(i));
        }
        return "NOT EXISTS (SELECT 1 FROM " + rows() + " x WHERE " + String.join(" AND ", same) + ")";
    }

    /** Over the alias {@code s}: the nested rows whose root row stays. Empty when all do. */
    private String nestedCondition(TableSchema table) throws SQLException {
        if (!any || load.chain().load(table).isEmpty()) {
            return "";
        }
        NestedRows below = new NestedRows(load.chain(), statements, load::relation, ids());
        String condition = "NOT " + below.condition(table, "s");
        return needsOrigin(table) ? condition + " AND " + isOfOthers() : condition;
    }

    /** Root rows with one id share the ids of what is nested in them, too: only its origin tells whose a nested row is. */
    private boolean needsOrigin(TableSchema table) throws SQLException {
        return sharedIds
                && load.staged(root).hasOrigin()
                && load.staged(load.chain().load(table).orElseThrow()).hasOrigin();
    }

    /** Over the alias {@code s}: the row comes from none of the root rows that are left out. */
    private String isOfOthers() {
        return "NOT EXISTS (SELECT 1 FROM " + rows() + " x WHERE "
                + statements.equal("x", "s", List.of(PartFile.ORIGIN)) + ")";
    }

    private void drop() throws SQLException {
        if (any) {
            load.connection().execute("DROP TABLE IF EXISTS " + rows());
            load.connection().execute("DROP TABLE IF EXISTS " + ids());
        }
    }

    private String rows() {
        return statements.dialect().temporaryTable(ROWS);
    }

    private String ids() {
        return statements.dialect().temporaryTable(IDS);
    }

    private String quoted(String column) {
        return statements.dialect().quote(column);
    }

    private String quotedList(List<String> columns) {
        return Statements.list(columns, this::quoted);
    }
}
