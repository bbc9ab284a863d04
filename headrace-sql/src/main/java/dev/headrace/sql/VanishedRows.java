package dev.headrace.sql;

import dev.headrace.deletes.DeleteOrder;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.Deletes;
import dev.headrace.event.RunEvent;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of a root table that a package does not bring although it brings everything that there is. They are told by their
 * primary key; a row without one is never among them.
 */
final class VanishedRows {

    private final ChainLoad load;
    private final Statements statements;
    private final TableSchema root;
    private final DeleteOrder order;
    private final List<String> key;

    VanishedRows(ChainLoad load, DeleteOrder order) {
        this.load = load;
        this.statements = load.statements();
        this.root = load.chain().root().table();
        this.order = order;
        this.key = root.columnsWith(Hints.PRIMARY_KEY);
    }

    /**
     * Deletes or marks them, unless that is beyond the limit or something makes it doubtful that they are gone. Before the new
     * rows are put in their places.
     *
     * @param late whether rows were loaded that were read later
     * @param time stands in the rows that are marked
     */
    DeleteResult takeAway(boolean late, Instant time) throws SQLException {
        if (!load.hadRows(root)) {
            return DeleteResult.done(order.rule(), 0, 0);
        }
        Optional<TableLoad> rows = load.chain().load(root);
        Optional<String> unclear = rows.isPresent() ? unclear(load.staged(rows.get())) : Optional.empty();
        if (unclear.isPresent()) {
            return withheld(unclear.get());
        }
        String gone = gone(rows);
        long count = count(gone + " AND " + unmarked());
        if (count == 0 && !(order.rule() == Deletes.HARD && hasMarks())) {
            return DeleteResult.done(order.rule(), 0, 0);
        }
        Optional<String> doubt = doubt(late, rows);
        return doubt.isPresent() ? withheld(doubt.get()) : withinLimit(gone, count, time);
    }

    private DeleteResult withinLimit(String gone, long count, Instant time) throws SQLException {
        long before = count(unmarked());
        if (!order.limit().allows(count, before)) {
            return overLimit(count, before);
        }
        if (order.rule() == Deletes.SOFT) {
            load.connection()
                    .execute(statements.update(root.name(), Deletes.COLUMN, Statements.literal(time)) + " WHERE " + gone
                            + " AND " + unmarked());
            return DeleteResult.done(order.rule(), count, before);
        }
        // Those that were marked before go, too.
        long all = hasMarks() ? count(gone) : count;
        if (all > 0) {
            new ChainDeletion(load).delete(gone);
        }
        return DeleteResult.done(order.rule(), all, before);
    }

    /** Over the alias {@code d}: the row has a key, and it is none of the new ones. */
    private String gone(Optional<TableLoad> rows) throws SQLException {
        List<String> conditions = new ArrayList<>();
        key.forEach(column -> conditions.add(statements.column("d", column) + " IS NOT NULL"));
        if (rows.isPresent()) {
            conditions.add("NOT EXISTS (SELECT 1 FROM "
                    + load.staged(rows.get()).relation() + " s WHERE " + statements.equal("s", "d", key) + ")");
        }
        return String.join(" AND ", conditions);
    }

    /** Over the alias {@code d}: the row was there until now. */
    private String unmarked() {
        return hasMarks() ? statements.column("d", Deletes.COLUMN) + " IS NULL" : "TRUE";
    }

    private boolean hasMarks() {
        return root.findColumn(Deletes.COLUMN).isPresent();
    }

    private long count(String condition) throws SQLException {
        return load.connection().number(statements.count(root.name()) + " d WHERE " + condition);
    }

    /** Why the keys of the new rows are not known. */
    private Optional<String> unclear(StagedRows rows) throws SQLException {
        String names = String.join(", ", key);
        if (!rows.hasAll(key)) {
            return Optional.of("the new rows have no " + names + ", by which rows are found again");
        }
        String missing = key.stream()
                .map(column -> statements.column("s", column) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return load.connection().any("SELECT 1 FROM " + rows.relation() + " s WHERE " + missing + " LIMIT 1", List.of())
                ? Optional.of("a new row has no value in its primary_key (" + names + ")")
                : Optional.empty();
    }

    /** Why rows may be there all the same. */
    private Optional<String> doubt(boolean late, Optional<TableLoad> rows) throws SQLException {
        if (late) {
            return Optional.of(
                    "rows have been loaded since that were read after this package was begun, and it cannot know of them");
        }
        boolean repeated = rows.isPresent() && load.hasRepeated(load.staged(rows.get()), key);
        return repeated
                ? Optional.of(
                        "records came more than once (their " + String.join(", ", key) + " is the same), so pages seem"
                                + " to have shifted, and others may not have come. If the API gives records twice, name more columns as"
                                + " primary_key, or load it with write_disposition replace")
                : Optional.empty();
    }

    private DeleteResult withheld(String doubt) {
        return told(DeleteResult.withheld(order.rule(), doubt));
    }

    private DeleteResult overLimit(long count, long before) {
        String reason = String.format(
                Locale.ROOT,
                "No row was %s, because there would be too many: %,d of %,d rows (%.1f %%) are no longer at the source, and"
                        + " max_delete allows %s. Everything that came was loaded. If they are really gone, run it again with"
                        + " --allow-deletes.",
                order.rule().done(),
                count,
                before,
                100.0 * count / before,
                order.limit().percent() ? order.limit().label() : order.limit().label() + " rows");
        return told(new DeleteResult(order.rule(), DeleteResult.Outcome.OVER_LIMIT, count, before, reason));
    }

    private DeleteResult told(DeleteResult result) {
        load.tell(new RunEvent.Warned(null, "Table '" + root.name() + "': " + result.reason()));
        return result;
    }

    /** The rows that come again are there again, in a load that leaves rows as they are. */
    static void unmark(ChainLoad load, StagedRows rows, List<String> key) throws SQLException {
        TableSchema root = load.chain().root().table();
        if (root.findColumn(Deletes.COLUMN).isEmpty()) {
            return;
        }
        Statements statements = load.statements();
        load.connection()
                .execute(statements.update(root.name(), Deletes.COLUMN, "NULL") + " WHERE "
                        + statements.column("d", Deletes.COLUMN) + " IS NOT NULL AND EXISTS (SELECT 1 FROM "
                        + rows.relation() + " s WHERE " + statements.equal("s", "d", key) + ")");
    }
}
