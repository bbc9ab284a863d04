package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every destination must do with the strategies under which a row's id follows from its key. */
public abstract class UpsertContract extends DestinationTest {

    private static final ColumnSchema ID = key("id", DataType.BIGINT);
    private static final ColumnSchema GONE =
            ColumnSchema.of("gone", DataType.BOOL).with(Hints.HARD_DELETE, true);
    private static final TableSchema LIST = nested("t__l", "t", bigint("value"));
    private static final TableSchema DEEP = nested("t__l__m", "t__l", bigint("value"));

    private static TableSchema table(MergeStrategy strategy) {
        return root("t", new WriteDisposition.Merge(strategy, false), ID, bigint("v"), GONE);
    }

    private static Map<String, @Nullable Object> t(long id, @Nullable Object v) {
        return row("id", id, "v", v, "_dlt_id", "k" + id);
    }

    private static Map<String, @Nullable Object> deleted(long id) {
        return row("id", id, "gone", true, "_dlt_id", "k" + id);
    }

    /** A row of the list of the root row with that key. */
    private static Map<String, @Nullable Object> item(long id, long index, long value) {
        String root = "k" + id;
        return row(
                "value",
                value,
                "_dlt_root_id",
                root,
                "_dlt_parent_id",
                root,
                "_dlt_list_idx",
                index,
                "_dlt_id",
                root + "-" + index);
    }

    /** The only row of the list of such a row. */
    private static Map<String, @Nullable Object> deep(long id, long index, long value) {
        String parent = "k" + id + "-" + index;
        return row(
                "value",
                value,
                "_dlt_root_id",
                "k" + id,
                "_dlt_parent_id",
                parent,
                "_dlt_list_idx",
                0L,
                "_dlt_id",
                parent + "-0");
    }

    private void loadFirst(MergeStrategy strategy) {
        load(script("1.1")
                .rows(table(strategy), t(1, 1L), t(2, 1L))
                .rows(LIST, item(1, 0, 10), item(1, 1, 11), item(2, 0, 20))
                .rows(DEEP, deep(1, 1, 110), deep(2, 0, 200)));
    }

    @Test
    void updatesMatchingRowsAndInsertsOthers() {
        loadFirst(MergeStrategy.UPSERT);
        load(script("1.2")
                .rows(table(MergeStrategy.UPSERT), t(1, 2L), t(3, 5L))
                .rows(LIST, item(1, 0, 19), item(3, 0, 30))
                .rows(DEEP, deep(3, 0, 300)));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(2L, 1L, 5L);
        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("k1", "k2", "k3");
        assertThat(values("t", "_dlt_load_id")).containsExactlyInAnyOrder("1.2", "1.1", "1.2");
        assertThat(values("t__l", "_dlt_id")).containsExactlyInAnyOrder("k1-0", "k2-0", "k3-0");
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(19L, 20L, 30L);
        assertThat(values("t__l__m", "value")).containsExactlyInAnyOrder(200L, 300L);
    }

    @Test
    void emptiesColumnsThatAnUpdateDoesNotHave() {
        loadFirst(MergeStrategy.UPSERT);
        load(script("1.2")
                .rows(table(MergeStrategy.UPSERT), t(1, null))
                .knows(LIST)
                .knows(DEEP));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(null, 1L);
        assertThat(values("t__l", "value")).containsExactly(20L);
    }

    @Test
    void keepsTheLastOfSeveralUpdates() {
        loadFirst(MergeStrategy.UPSERT);
        load(script("1.2")
                .rows(
                        table(MergeStrategy.UPSERT),
                        from(-1, t(1, 2L)),
                        from(0, t(3, 5L)),
                        from(1, t(3, 6L)),
                        from(2, t(1, 3L)))
                .rows(LIST, from(-1, item(1, 0, 18)), from(-1, item(1, 1, 17)), from(0, item(3, 0, 30)))
                .rows(LIST, from(1, item(3, 0, 31)), from(2, item(1, 0, 19)))
                .knows(DEEP));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(1L, 3L, 6L);
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(20L, 31L, 19L);
    }

    /** The first rows of a key have longer lists, deeper ones, or lists where the last has none. */
    private PackageScript duplicates(TableSchema root) {
        return script("1.2")
                .rows(root, from(1, t(1, 9L)), from(2, t(3, 9L)), from(3, t(4, 9L)))
                .rows(root, from(4, t(1, 8L)), from(5, t(3, 8L)), from(6, t(4, 8L)))
                .rows(LIST, from(1, item(1, 0, 10)), from(1, item(1, 1, 11)), from(1, item(1, 2, 12)))
                .rows(LIST, from(2, item(3, 0, 30)), from(3, item(4, 0, 40)), from(4, item(1, 0, 19)))
                .rows(LIST, from(6, item(4, 0, 49)))
                .rows(DEEP, from(1, deep(1, 0, 100)), from(1, deep(1, 2, 120)), from(2, deep(3, 0, 300)))
                .rows(DEEP, from(3, deep(4, 0, 400)));
    }

    private static TableSchema sorted(MergeStrategy strategy) {
        ColumnSchema greatest = bigint("v").with(Hints.DEDUP_SORT, "desc");
        return root("t", new WriteDisposition.Merge(strategy, false), ID, greatest);
    }

    @ParameterizedTest
    @EnumSource(
            value = MergeStrategy.class,
            names = {"UPSERT", "INSERT_ONLY"})
    void keepsOfSeveralRowsWithOneKeyOnlyWhatIsNestedInTheLast(MergeStrategy strategy) {
        load(duplicates(table(strategy)));

        assertThat(values("t", "v")).containsExactly(8L, 8L, 8L);
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(19L, 49L);
        assertThat(values("t__l__m", "value")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MergeStrategy.class,
            names = {"UPSERT", "INSERT_ONLY"})
    void keepsOfSeveralRowsWithOneKeyOnlyWhatIsNestedInTheOneThatSortsFirst(MergeStrategy strategy) {
        load(duplicates(sorted(strategy)));

        assertThat(values("t", "v")).containsExactly(9L, 9L, 9L);
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(10L, 11L, 12L, 30L, 40L);
        assertThat(values("t__l__m", "value")).containsExactlyInAnyOrder(100L, 120L, 300L, 400L);
    }

    @Test
    void replacesRowsByTheLastOfSeveralWithWhatIsNestedInIt() {
        loadFirst(MergeStrategy.UPSERT);
        load(duplicates(table(MergeStrategy.UPSERT)));

        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(20L, 19L, 49L);
        assertThat(values("t__l__m", "value")).containsExactly(200L);
    }

    @Test
    void storesNoOrigins() {
        load(duplicates(table(MergeStrategy.UPSERT)));

        assertThat(probe().columns(DATASET, "t"))
                .extracting(DestinationProbe.StoredColumn::name)
                .doesNotContain(PartFile.ORIGIN);
        assertThat(probe().columns(DATASET, "t__l"))
                .extracting(DestinationProbe.StoredColumn::name)
                .doesNotContain(PartFile.ORIGIN);
    }

    @Test
    void deletesMarkedRowsAndInsertsNone() {
        loadFirst(MergeStrategy.UPSERT);
        load(script("1.2")
                .rows(table(MergeStrategy.UPSERT), deleted(1), deleted(7))
                .rows(LIST, item(1, 0, 18), item(7, 0, 70))
                .knows(DEEP));

        assertThat(values("t", "id")).containsExactly(2L);
        assertThat(values("t__l", "value")).containsExactly(20L);
        assertThat(values("t__l__m", "value")).containsExactly(200L);
    }

    @Test
    void leavesNoNestedRowBehindWhenIdsChange() {
        TableSchema merged = root("t", WriteDisposition.merge(), ID, bigint("v"), GONE);
        load(script("1.1")
                .rows(merged, row("id", 1L, "_dlt_id", "random"))
                .rows(
                        LIST,
                        row(
                                "value",
                                1L,
                                "_dlt_root_id",
                                "random",
                                "_dlt_parent_id",
                                "random",
                                "_dlt_list_idx",
                                0L,
                                "_dlt_id",
                                "r0")));
        load(script("1.2").rows(table(MergeStrategy.UPSERT), t(1, 2L)).rows(LIST, item(1, 0, 10)));

        assertThat(values("t", "_dlt_id")).containsExactly("k1");
        assertThat(values("t__l", "_dlt_id")).containsExactly("k1-0");
    }

    @Test
    void ignoresTheMergeKeyOfAnUpsert() {
        TableSchema grouped = root(
                "t",
                new WriteDisposition.Merge(MergeStrategy.UPSERT, false),
                ID,
                bigint("v").with(Hints.MERGE_KEY, true));
        load(script("1.1").rows(grouped, t(1, 1L), t(2, 1L)));
        load(script("1.2").rows(grouped, t(3, 1L)));

        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void insertsOnlyRowsThatAreNotThere() {
        loadFirst(MergeStrategy.INSERT_ONLY);
        load(script("1.2")
                .rows(
                        table(MergeStrategy.INSERT_ONLY),
                        from(1, t(1, 2L)),
                        from(2, t(3, 5L)),
                        from(3, t(3, 6L)),
                        from(4, deleted(2)),
                        from(5, deleted(8)))
                .rows(LIST, from(1, item(1, 0, 19)), from(1, item(1, 5, 15)), from(2, item(3, 0, 30)))
                .rows(LIST, from(3, item(3, 0, 31)), from(5, item(8, 0, 80)))
                .rows(DEEP, from(1, deep(1, 5, 150)), from(3, deep(3, 0, 300))));

        assertThat(values("t", "v")).containsExactlyInAnyOrder(1L, 1L, 6L);
        assertThat(values("t", "_dlt_load_id")).containsExactlyInAnyOrder("1.1", "1.1", "1.2");
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(10L, 11L, 20L, 31L);
        assertThat(values("t__l__m", "value")).containsExactlyInAnyOrder(110L, 200L, 300L);
    }
}
