package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.nestedWithoutRootKey;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every destination must do with merge. */
public abstract class MergeContract extends DestinationTest {

    private static final ColumnSchema ID = key("id", DataType.BIGINT);
    private static final TableSchema T = merged(ID, bigint("v"));
    private static final TableSchema LIST = nested("t__l", "t", bigint("value"));
    private static final TableSchema DEEP = nested("t__l__m", "t__l", bigint("value"));

    private static TableSchema merged(ColumnSchema... columns) {
        return root("t", WriteDisposition.merge(), columns);
    }

    private static Map<String, @Nullable Object> t(long id, @Nullable Object v, String rowId) {
        return row("id", id, "v", v, "_dlt_id", rowId);
    }

    private static Map<String, @Nullable Object> item(long value, String root, String parent, String rowId) {
        return row(
                "value", value, "_dlt_root_id", root, "_dlt_parent_id", parent, "_dlt_list_idx", 0L, "_dlt_id", rowId);
    }

    private void loadFirst() {
        load(script("1.1")
                .rows(T, t(1, 1L, "r1"), t(2, 1L, "r2"))
                .rows(LIST, item(1, "r1", "r1", "l1"), item(2, "r1", "r1", "l2"), item(3, "r2", "r2", "l3"))
                .rows(DEEP, item(11, "r1", "l1", "m1"), item(13, "r2", "l3", "m3")));
    }

    @Test
    void replacesMatchingRowsWithAllThatIsNestedInThem() {
        loadFirst();
        load(script("1.2")
                .rows(T, t(1, 2L, "r3"), t(3, 5L, "r4"))
                .rows(LIST, item(9, "r3", "r3", "l4"))
                .knows(DEEP));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("r2", "r3", "r4");
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(3L, 9L);
        assertThat(values("t__l__m", "value")).containsExactly(13L);
    }

    @Test
    void replacesRowsWithColumnsNamedLikeThoseOfTheDatabase() {
        TableSchema odd = merged(ID, bigint("RowId"));
        load(script("1.1")
                .rows(odd, row("id", 1L, "RowId", 7L, "_dlt_id", "r1"), row("id", 2L, "RowId", 7L, "_dlt_id", "r2"))
                .rows(LIST, item(1, "r1", "r1", "l1"), item(2, "r2", "r2", "l2")));
        load(script("1.2")
                .rows(odd, row("id", 1L, "RowId", 8L, "_dlt_id", "r3"))
                .knows(LIST));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("r2", "r3");
        assertThat(values("t__l", "value")).containsExactly(2L);
    }

    @Test
    void keepsTheLastOfSeveralRowsWithOneKey() {
        loadFirst();
        load(script("1.2")
                .rows(T, t(1, 2L, "r3"), t(4, 1L, "r5"), t(1, 3L, "r6"))
                .rows(T, t(4, 2L, "r7"), t(3, 5L, "r4"))
                .rows(LIST, item(9, "r3", "r3", "l4"), item(8, "r6", "r6", "l5"), item(7, "r7", "r7", "l6"))
                .rows(DEEP, item(99, "r3", "l4", "m4"), item(88, "r6", "l5", "m5")));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("r2", "r6", "r7", "r4");
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(3L, 8L, 7L);
        assertThat(values("t__l__m", "value")).containsExactlyInAnyOrder(13L, 88L);
    }

    @Test
    void keepsTheLastRowOfTheFirstLoadToo() {
        load(script("1.1").rows(T, t(1, 1L, "r1"), t(2, 2L, "r2"), t(1, 3L, "r3")));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void keepsTheLastRowWhenDuplicatesShareTheirRowId() {
        load(script("1.1")
                .rows(T, from(1, t(1, 1L, "own")), from(2, t(1, 2L, "own")), from(3, t(2, 3L, "random")))
                .rows(T, t(3, 4L, "other"))
                .rows(
                        LIST,
                        from(1, item(5, "own", "own", "same")),
                        from(2, item(6, "own", "own", "same")),
                        item(7, "other", "other", "any")));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(6L, 7L);
    }

    @Test
    void ordersDuplicatesAsTheHintSays() {
        ColumnSchema descending = bigint("v").with(Hints.DEDUP_SORT, "desc");
        load(script("1.1")
                .rows(merged(ID, descending), t(1, 5L, "r1"), t(1, 9L, "r2"), t(1, 7L, "r3"), t(1, null, "r4")));
        assertThat(values("t", "v")).containsExactly(9L);

        ColumnSchema ascending = bigint("v").with(Hints.DEDUP_SORT, "asc");
        load(script("1.2").rows(merged(ID, ascending), t(1, 8L, "r5"), t(1, 6L, "r6"), t(1, 7L, "r7")));
        assertThat(values("t", "v")).containsExactly(6L);
    }

    @Test
    void keepsDuplicatesThatTheSourceVouchesFor() {
        TableSchema vouched = root("t", new WriteDisposition.Merge(MergeStrategy.DELETE_INSERT, true), ID, bigint("v"));
        load(script("1.1").rows(vouched, t(1, 1L, "r1"), t(1, 2L, "r2")));
        assertThat(values("t", "v")).containsExactlyInAnyOrder(1L, 2L);

        load(script("1.2").rows(vouched, t(1, 3L, "r3")));
        assertThat(values("t", "v")).containsExactly(3L);
    }

    @Test
    void comparesAllColumnsOfAKey() {
        TableSchema pairs = merged(ID, key("zone", DataType.TEXT), bigint("v"));
        load(script("1.1")
                .rows(pairs, row("id", 1L, "zone", "a", "v", 1L, "_dlt_id", "r1"))
                .rows(pairs, row("id", 1L, "zone", "b", "v", 2L, "_dlt_id", "r2")));
        load(script("1.2").rows(pairs, row("id", 1L, "zone", "b", "v", 3L, "_dlt_id", "r3")));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void replacesGroupsByMergeKey() {
        TableSchema days = merged(text("day").with(Hints.MERGE_KEY, true), bigint("v"));
        load(script("1.1")
                .rows(
                        days,
                        row("day", "mo", "v", 1L, "_dlt_id", "r1"),
                        row("day", "mo", "v", 2L, "_dlt_id", "r2"),
                        row("day", "tu", "v", 3L, "_dlt_id", "r3"),
                        row("day", null, "v", 4L, "_dlt_id", "r4")));
        load(script("1.2")
                .rows(
                        days,
                        row("day", "mo", "v", 5L, "_dlt_id", "r5"),
                        row("day", "mo", "v", 6L, "_dlt_id", "r6"),
                        row("day", null, "v", 7L, "_dlt_id", "r7")));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void matchesByPrimaryOrMergeKey() {
        TableSchema both = merged(ID, text("day").with(Hints.MERGE_KEY, true));
        load(script("1.1")
                .rows(
                        both,
                        row("id", 1L, "day", "mo", "_dlt_id", "r1"),
                        row("id", 2L, "day", "mo", "_dlt_id", "r2"),
                        row("id", 3L, "day", "tu", "_dlt_id", "r3"),
                        row("id", 4L, "day", "we", "_dlt_id", "r4"))
                .rows(LIST, item(2, "r2", "r2", "l2"), item(4, "r4", "r4", "l4")));
        load(script("1.2")
                .rows(both, row("id", 1L, "day", "mo", "_dlt_id", "r5"), row("id", 3L, "day", "th", "_dlt_id", "r6"))
                .knows(LIST));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("r4", "r5", "r6");
        assertThat(values("t__l", "value")).containsExactly(4L);
    }

    @Test
    void appendsWithoutAKey() {
        TableSchema keyless = merged(bigint("id"), bigint("v"));
        load(script("1.1").rows(keyless, t(1, 1L, "r1")));
        load(script("1.2").rows(keyless, t(1, 2L, "r2")));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void removesRowsMarkedAsDeleted() {
        TableSchema marked = merged(ID, ColumnSchema.of("gone", DataType.BOOL).with(Hints.HARD_DELETE, true));
        load(script("1.1")
                .rows(marked, row("id", 1L, "gone", null, "_dlt_id", "r1"), row("id", 2L, "_dlt_id", "r2"))
                .rows(LIST, item(1, "r1", "r1", "l1"), item(2, "r2", "r2", "l2")));
        load(script("1.2")
                .rows(
                        marked,
                        row("id", 1L, "gone", true, "_dlt_id", "r3"),
                        row("id", 2L, "gone", false, "_dlt_id", "r4"),
                        row("id", 5L, "gone", true, "_dlt_id", "r5"))
                .rows(LIST, item(3, "r3", "r3", "l3"), item(4, "r4", "r4", "l4")));

        assertThat(values("t", "_dlt_id")).containsExactly("r4");
        assertThat(values("t__l", "value")).containsExactly(4L);
    }

    @Test
    void removesRowsThatHaveAMomentOfDeletion() {
        TableSchema marked =
                merged(ID, ColumnSchema.of("gone_at", DataType.TIMESTAMP).with(Hints.HARD_DELETE, true));
        Instant moment = Instant.parse("2024-01-02T03:04:05Z");
        load(script("1.1")
                .rows(marked, row("id", 1L, "_dlt_id", "r1"), row("id", 2L, "_dlt_id", "r2"))
                .rows(LIST, item(1, "r1", "r1", "l1"), item(2, "r2", "r2", "l2")));
        load(script("1.2")
                .rows(
                        marked,
                        row("id", 1L, "gone_at", moment, "_dlt_id", "r3"),
                        row("id", 2L, "gone_at", null, "_dlt_id", "r4"),
                        row("id", 5L, "gone_at", moment, "_dlt_id", "r5"))
                .rows(LIST, item(3, "r3", "r3", "l3"), item(4, "r4", "r4", "l4")));

        assertThat(values("t", "_dlt_id")).containsExactly("r4");
        assertThat(values("t__l", "value")).containsExactly(4L);
    }

    @Test
    void changesFromEachDispositionToTheNext() {
        loadAs("1.1", WriteDisposition.append(), 1);
        loadAs("1.2", WriteDisposition.append(), 1);
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(10L, 10L);

        loadAs("1.3", WriteDisposition.merge(), 1);
        assertThat(values("t", "_dlt_load_id")).containsExactly("1.3");
        loadAs("1.4", new WriteDisposition.Merge(MergeStrategy.UPSERT, false), 1);
        loadAs("1.5", new WriteDisposition.Merge(MergeStrategy.INSERT_ONLY, false), 1);
        assertThat(values("t", "_dlt_load_id")).containsExactly("1.4");

        loadAs("1.6", WriteDisposition.replace(), 2);
        loadAs("1.7", new WriteDisposition.Merge(MergeStrategy.INSERT_ONLY, false), 1);
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L);
        loadAs("1.8", WriteDisposition.append(), 2);
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(10L, 20L, 20L);
    }

    private void loadAs(String loadId, WriteDisposition disposition, long id) {
        String row = "r" + loadId;
        load(script(loadId)
                .rows(root("t", disposition, ID, bigint("v")), t(id, 1L, row))
                .rows(LIST, item(id * 10, row, row, row + "-0")));
    }

    @Test
    void letsADeletionWinOrLoseByOrder() {
        TableSchema marked = merged(ID, text("gone").with(Hints.HARD_DELETE, true));
        load(script("1.1")
                .rows(
                        marked,
                        row("id", 1L, "gone", null, "_dlt_id", "r1"),
                        row("id", 1L, "gone", "x", "_dlt_id", "r2"),
                        row("id", 2L, "gone", "x", "_dlt_id", "r3"),
                        row("id", 2L, "gone", null, "_dlt_id", "r4")));

        assertThat(values("t", "_dlt_id")).containsExactly("r4");
    }

    @Test
    void changesNothingWithoutNewRows() {
        loadFirst();
        load(script("1.2").rows(T).rows(LIST).rows(DEEP));

        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void findsNestedRowsThroughTheirParentsWhereThereIsNoRootKey() {
        TableSchema list = nestedWithoutRootKey("t__l", "t", bigint("value"));
        TableSchema deep = nestedWithoutRootKey("t__l__m", "t__l", bigint("value"));
        load(script("1.1")
                .rows(T, t(1, 1L, "r1"), t(2, 1L, "r2"))
                .rows(list, item(1, "", "r1", "l1"), item(3, "", "r2", "l3"))
                .rows(deep, item(11, "", "l1", "m1"), item(13, "", "l3", "m3")));
        load(script("1.2")
                .rows(T, t(1, 2L, "r3"), t(1, 3L, "r4"))
                .rows(list, item(8, "", "r3", "l4"), item(9, "", "r4", "l5"))
                .rows(deep, item(88, "", "l4", "m4"), item(99, "", "l5", "m5")));

        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(3L, 9L);
        assertThat(values("t__l__m", "value")).containsExactlyInAnyOrder(13L, 99L);
    }

    @Test
    void mergesIntoTablesThatWereAppendedToBefore() {
        TableSchema appended = root("t", WriteDisposition.append(), bigint("id"), bigint("v"));
        load(script("1.1")
                .rows(appended, t(1, 1L, "r1"), t(2, 1L, "r2"))
                .rows(
                        nestedWithoutRootKey("t__l", "t", bigint("value")),
                        item(1, "", "r1", "l1"),
                        item(3, "", "r2", "l3"))
                .rows(
                        nestedWithoutRootKey("t__l__m", "t__l", bigint("value")),
                        item(11, "", "l1", "m1"),
                        item(13, "", "l3", "m3")));
        load(script("1.2")
                .versionHash("merged")
                .rows(T, t(1, 2L, "r3"), t(3, 5L, "r4"))
                .rows(LIST, item(9, "r3", "r3", "l4"))
                .knows(DEEP));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("r2", "r3", "r4");
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(3L, 9L);
        assertThat(values("t__l__m", "value")).containsExactly(13L);
        assertThat(values("t__l__m", "_dlt_root_id")).containsExactly("r2");
    }

    @Test
    void refusesStrategiesItCannotDo() {
        for (MergeStrategy strategy : MergeStrategy.values()) {
            if (!probe().destination().mergeStrategies().contains(strategy)) {
                TableSchema table = root("t", new WriteDisposition.Merge(strategy, false), ID, bigint("v"));
                assertThatThrownBy(() -> load(script("1.1").rows(table, t(1, 1L, "r1"))))
                        .isInstanceOf(DestinationException.class)
                        .hasMessageContaining(strategy.label());
            }
        }
    }

    @Test
    void mergesRowsWhoseColumnsLookLikePositions() {
        TableSchema odd = merged(ID, bigint("v"), bigint("file_row_number"), bigint("file_index"));
        load(script("1.1").rows(odd, t(1, 1L, "r1"), t(1, 2L, "r2")).rows(odd, t(2, 3L, "r3"), t(2, 4L, "r4")));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(2L, 4L);
    }
}
