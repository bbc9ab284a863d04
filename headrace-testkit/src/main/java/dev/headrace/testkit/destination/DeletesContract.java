package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.DeleteOrder;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.DeleteResult.Outcome;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadTerms;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every destination must do with rows that a package does not bring although it brings everything there is. */
public abstract class DeletesContract extends DestinationTest {

    private static final ColumnSchema MARK = ColumnSchema.of(Deletes.COLUMN, DataType.TIMESTAMP);
    private static final TableSchema T = root("t", WriteDisposition.merge(), key("id", DataType.BIGINT), bigint("v"));
    private static final TableSchema LIST = nested("t__l", "t", bigint("value"));
    private static final TableSchema DEEP = nested("t__l__m", "t__l", bigint("value"));

    /** Packages are begun after all that was loaded before. */
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private static final Instant STILL_LATER = Instant.parse("2100-01-02T00:00:00Z");

    private static LoadTerms terms(Deletes rule, String limit) {
        return new LoadTerms(false, new DeleteOrder(rule, DeleteLimit.of(limit)));
    }

    /** A package that brings everything, and may take all else away. */
    private PackageScript all(String id, Deletes rule, TableSchema table) {
        return script(id).begun(LATER).terms(table, terms(rule, "100%"));
    }

    private static TableSchema marked(TableSchema table) {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>(table.columnsByName());
        columns.put(MARK.name(), MARK);
        return new TableSchema(
                table.name(), null, table.resource(), table.disposition(), null, columns, table.properties());
    }

    private static TableSchema by(MergeStrategy strategy) {
        return root("t", new WriteDisposition.Merge(strategy, false), key("id", DataType.BIGINT), bigint("v"));
    }

    private static Map<String, @Nullable Object> t(long id, long v) {
        return row("id", id, "v", v, "_dlt_id", "r" + id + "-" + v);
    }

    private static Map<String, @Nullable Object> item(long value, String root, String parent, String rowId) {
        return row(
                "value", value, "_dlt_root_id", root, "_dlt_parent_id", parent, "_dlt_list_idx", 0L, "_dlt_id", rowId);
    }

    private static DeleteResult deletes(List<TableResult> results) {
        return Objects.requireNonNull(results.get(0).deletes());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        events().forEach(event -> {
            if (event instanceof RunEvent.Warned warned) {
                warnings.add(warned.message());
            }
        });
        return warnings;
    }

    private List<Object> markedIds() {
        List<Object> ids = new ArrayList<>();
        probe().rows(DATASET, "t").forEach(row -> {
            if (row.get(Deletes.COLUMN) != null) {
                ids.add(Objects.requireNonNull(row.get("id")));
            }
        });
        return ids;
    }

    /** The new rows without the column that they never bring. */
    private PackageScript bringing(PackageScript script, TableSchema table, List<Map<String, @Nullable Object>> rows) {
        List<ColumnSchema> columns = table.completeColumns().stream()
                .filter(column -> !column.name().equals(Deletes.COLUMN))
                .toList();
        return script.rows(table, columns, rows);
    }

    private List<TableResult> loadMarking(String id, TableSchema table, List<Map<String, @Nullable Object>> rows) {
        return load(bringing(all(id, Deletes.SOFT, table), table, rows));
    }

    @Test
    void deletesRowsThatDidNotComeWithAllThatIsNestedInThem() {
        load(script("1.1")
                .rows(T, t(1, 1), t(2, 1), t(3, 1))
                .rows(LIST, item(1, "r1-1", "r1-1", "l1"), item(2, "r2-1", "r2-1", "l2"), item(3, "r3-1", "r3-1", "l3"))
                .rows(DEEP, item(11, "r1-1", "l1", "m1"), item(12, "r2-1", "l2", "m2")));

        List<TableResult> results = load(all("1.2", Deletes.HARD, T)
                .rows(T, t(1, 2), t(4, 2))
                .rows(LIST, item(9, "r1-2", "r1-2", "l9"))
                .knows(DEEP));

        assertThat(deletes(results)).isEqualTo(DeleteResult.done(Deletes.HARD, 2, 3));
        assertThat(results.get(0).rowsNow()).isEqualTo(2);
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 4L);
        assertThat(values("t__l", "value")).containsExactly(9L);
        assertThat(values("t__l__m", "value")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MergeStrategy.class,
            names = {"DELETE_INSERT", "UPSERT", "INSERT_ONLY"})
    void deletesRowsUnderEachStrategyThatFindsThemByKey(MergeStrategy strategy) {
        load(script("1.1").rows(by(strategy), t(1, 1), t(2, 1), t(3, 1)));

        load(all("1.2", Deletes.HARD, by(strategy)).rows(by(strategy), t(2, 2), t(4, 2)));

        assertThat(values("t", "id")).containsExactlyInAnyOrder(2L, 4L);
    }

    @ParameterizedTest
    @EnumSource(
            value = MergeStrategy.class,
            names = {"DELETE_INSERT", "UPSERT", "INSERT_ONLY"})
    void marksRowsThatDidNotComeUntilTheyComeAgain(MergeStrategy strategy) {
        TableSchema table = marked(by(strategy));
        load(script("1.1").rows(by(strategy), t(1, 1), t(2, 1), t(3, 1)));

        List<TableResult> second = loadMarking("1.2", table, List.of(t(1, 2)));
        assertThat(deletes(second)).isEqualTo(DeleteResult.done(Deletes.SOFT, 2, 3));
        assertThat(markedIds()).containsExactlyInAnyOrder(2L, 3L);

        loadMarking("1.3", table, List.of(t(1, 3), t(3, 3)));
        assertThat(markedIds()).containsExactly(2L);
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void takesTheMarkFromRowsThatComeAgainInAPassThatIsNotWhole() {
        TableSchema table = marked(T);
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1)));
        loadMarking("1.2", table, List.of(t(1, 2)));

        List<TableResult> results = load(bringing(script("1.3").begun(LATER), table, List.of(t(2, 3))));

        assertThat(results.get(0).deletes()).isNull();
        assertThat(markedIds()).containsExactly(3L);
    }

    @Test
    void marksOnceAndLeavesTheRowAsItIsOtherwise() {
        TableSchema table = marked(T);
        load(script("1.1").rows(T, t(1, 1), t(2, 1)));
        loadMarking("1.2", table, List.of(t(1, 2)));
        List<Map<String, Object>> first = gone();

        List<TableResult> results = load(bringing(
                script("1.3").begun(STILL_LATER).terms(table, terms(Deletes.SOFT, "0%")), table, List.of(t(1, 3))));

        assertThat(deletes(results)).isEqualTo(DeleteResult.done(Deletes.SOFT, 0, 0));
        assertThat(gone()).isEqualTo(first);
        assertThat(first.get(0)).containsEntry("_dlt_load_id", "1.1").containsEntry("v", 1L);
        assertThat(String.valueOf(first.get(0).get(Deletes.COLUMN))).startsWith("2100-01-01");
    }

    private List<Map<String, Object>> gone() {
        List<Map<String, Object>> gone = new ArrayList<>();
        probe().rows(DATASET, "t").forEach(row -> {
            if (row.get(Deletes.COLUMN) != null) {
                Map<String, Object> copy = new LinkedHashMap<>();
                row.forEach((name, value) -> copy.put(name, Objects.requireNonNull(value)));
                gone.add(copy);
            }
        });
        return gone;
    }

    @Test
    void keepsWhatIsNestedInMarkedRows() {
        TableSchema table = marked(T);
        load(script("1.1")
                .rows(T, t(1, 1), t(2, 1))
                .rows(LIST, item(1, "r1-1", "r1-1", "l1"), item(2, "r2-1", "r2-1", "l2")));

        load(bringing(all("1.2", Deletes.SOFT, table).knows(LIST), table, List.of(t(1, 2))));

        assertThat(values("t__l", "value")).containsExactly(2L);
    }

    @Test
    void deletesRowsThatWereMarkedBeforeWithoutCountingThem() {
        TableSchema table = marked(T);
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1), t(4, 1)));
        loadMarking("1.2", table, List.of(t(3, 2), t(4, 2)));

        List<TableResult> results = load(bringing(
                script("1.3").begun(LATER).terms(table, terms(Deletes.HARD, "50%")), table, List.of(t(4, 3))));

        assertThat(deletes(results)).isEqualTo(DeleteResult.done(Deletes.HARD, 3, 2));
        assertThat(values("t", "id")).containsExactly(4L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Deletes.class,
            names = {"SOFT", "HARD"})
    void touchesNothingBeyondTheLimitAndLoadsTheRest(Deletes rule) {
        TableSchema table = marked(T);
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1), t(4, 1), t(5, 1)));

        List<TableResult> results = load(bringing(
                script("1.2").begun(LATER).terms(table, terms(rule, "20%")),
                table,
                List.of(t(1, 2), t(2, 2), t(3, 2), t(6, 2))));

        assertThat(deletes(results).outcome()).isEqualTo(Outcome.OVER_LIMIT);
        assertThat(deletes(results).rows()).isEqualTo(2);
        assertThat(deletes(results).before()).isEqualTo(5);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("'t'", "2 of 5 rows (40.0 %)", "max_delete allows 20%", "--allow-deletes");
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(markedIds()).isEmpty();
    }

    @Test
    void takesAsManyAsTheLimitAllows() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1), t(4, 1), t(5, 1)));

        load(script("1.2")
                .begun(LATER)
                .terms(T, terms(Deletes.HARD, "20%"))
                .rows(T, t(1, 2), t(2, 2), t(3, 2), t(4, 2)));
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);

        load(script("1.3").begun(LATER).terms(T, terms(Deletes.HARD, "2")).rows(T, t(1, 3), t(2, 3)));
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void takesEverythingWhereNothingCame() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1)).rows(LIST, item(1, "r1-1", "r1-1", "l1")));

        List<TableResult> results = load(all("1.2", Deletes.HARD, T).rows(T).knows(LIST));

        assertThat(deletes(results)).isEqualTo(DeleteResult.done(Deletes.HARD, 2, 2));
        assertThat(values("t", "id")).isEmpty();
        assertThat(values("t__l", "value")).isEmpty();
    }

    @Test
    void doesNothingWhereTheTableIsNew() {
        assertThat(deletes(load(all("1.1", Deletes.HARD, T).rows(T, t(1, 1)))))
                .isEqualTo(DeleteResult.done(Deletes.HARD, 0, 0));
    }

    @Test
    void keepsRowsWhereRecordsCameTwice() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1)));

        List<TableResult> results = load(all("1.2", Deletes.HARD, T).rows(T, t(1, 2), t(1, 3), t(2, 2)));

        assertThat(deletes(results).outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(warnings()).singleElement().asString().contains("more than once", "their id is the same");
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void keepsRowsThatWereReadLater() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1)));

        List<TableResult> results = load(all("1.05", Deletes.HARD, T).rows(T, t(1, 2)));

        assertThat(deletes(results).reason()).contains("read after this package was begun");
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void keepsRowsWhereNewOnesCannotBeToldByTheirKey() {
        TableSchema nullable = root(
                "t",
                WriteDisposition.merge(),
                ColumnSchema.of("id", DataType.BIGINT).with("primary_key", true),
                bigint("v"));
        load(script("1.1").rows(nullable, t(1, 1), t(2, 1), row("id", null, "v", 1L, "_dlt_id", "none")));

        List<TableResult> without = load(all("1.2", Deletes.HARD, nullable)
                .rows(
                        nullable,
                        nullable.completeColumns()
                                .subList(1, nullable.completeColumns().size()),
                        List.of(t(1, 2))));
        assertThat(deletes(without).reason()).contains("the new rows have no id");

        List<TableResult> empty = load(all("1.3", Deletes.HARD, nullable)
                .rows(nullable, row("id", null, "v", 1L, "_dlt_id", "x"), row("id", 1L, "v", 1L, "_dlt_id", "y")));
        assertThat(deletes(empty).reason()).contains("no value in its primary_key");

        load(all("1.4", Deletes.HARD, nullable).rows(nullable, t(1, 3)));
        assertThat(values("t", "id")).containsAll(Arrays.asList(1L, null)).doesNotContain(2L);
    }

    @Test
    void deletesAllRowsWithAKeyThatIsGone() {
        TableSchema appended = root("t", WriteDisposition.append(), bigint("id"), bigint("v"));
        load(script("1.1").rows(appended, t(1, 1), t(2, 1), t(2, 2), t(3, 1)));

        List<TableResult> results = load(all("1.2", Deletes.HARD, T).rows(T, t(1, 5), t(3, 5)));

        assertThat(deletes(results)).isEqualTo(DeleteResult.done(Deletes.HARD, 2, 4));
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void tellsRowsByKeysOfEveryType() {
        AtomicInteger loads = new AtomicInteger();
        Map<DataType, List<Object>> keys = new LinkedHashMap<>();
        keys.put(DataType.TEXT, List.of("a'b", "ä", "A"));
        keys.put(DataType.BIGINT, List.of(1L, 2L, Long.MAX_VALUE));
        keys.put(DataType.DOUBLE, List.of(0.1, 1e300, -2.5));
        keys.put(
                DataType.DECIMAL,
                List.of(new BigDecimal("1.500000000"), new BigDecimal("2.000000000"), BigDecimal.TEN));
        keys.put(
                DataType.TIMESTAMP,
                List.of(
                        Instant.parse("2026-01-01T00:00:00.000001Z"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("1999-12-31T23:59:59.999999Z")));
        keys.put(DataType.BOOL, List.of(true, false));
        keys.forEach((type, values) -> {
            TableSchema table =
                    root("by_" + type.name().toLowerCase(Locale.ROOT), WriteDisposition.merge(), key("k", type));
            PackageScript first = script(loads.incrementAndGet() + ".5");
            values.forEach(value -> first.rows(table, row("k", value, "_dlt_id", "r" + value)));
            load(first);

            List<TableResult> results = load(all(loads.incrementAndGet() + ".5", Deletes.HARD, table)
                    .rows(table, row("k", values.get(0), "_dlt_id", "new")));

            assertThat(deletes(results))
                    .as(type.name())
                    .isEqualTo(DeleteResult.done(Deletes.HARD, values.size() - 1, values.size()));
            assertThat(values(table.name(), "_dlt_id")).as(type.name()).containsExactly("new");
        });
    }

    @Test
    void tellsRowsByAllColumnsOfAKey() {
        TableSchema pairs = root(
                "t", WriteDisposition.merge(), key("id", DataType.BIGINT), key("zone", DataType.TEXT), bigint("v"));
        load(script("1.1")
                .rows(
                        pairs,
                        row("id", 1L, "zone", "a", "v", 1L, "_dlt_id", "r1"),
                        row("id", 1L, "zone", "b", "v", 1L, "_dlt_id", "r2"),
                        row("id", 2L, "zone", "a", "v", 1L, "_dlt_id", "r3")));

        load(all("1.2", Deletes.HARD, pairs)
                .rows(
                        pairs,
                        row("id", 1L, "zone", "b", "v", 2L, "_dlt_id", "r4"),
                        row("id", 2L, "zone", "a", "v", 2L, "_dlt_id", "r5")));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("r4", "r5");
    }

    @Test
    void takesNothingAwayWhenThePackageIsThereAlready() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1)));

        load(all("1.2", Deletes.HARD, T).rows(T, t(1, 2)));
        List<TableResult> results = load(all("1.2", Deletes.HARD, T).rows(T, t(3, 2)));

        assertThat(results.get(0).deletes()).isNull();
        assertThat(values("t", "id")).containsExactly(1L);
    }
}
