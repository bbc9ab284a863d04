package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.TableResult;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rows every destination must take for gone when a package brings everything there is, and deletes with all below them. */
public abstract class DeletesContract extends DeletesTest {

    private static final TableSchema DEEP = nested("t__l__m", "t__l", bigint("value"));

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

    @Test
    void deletesAllRowsWithAKeyThatIsGone() {
        TableSchema appended = root("t", WriteDisposition.append(), bigint("id"), bigint("v"));
        load(script("1.1").rows(appended, t(1, 1), t(2, 1), t(2, 2), t(3, 1)));

        List<TableResult> results = load(all("1.2", Deletes.HARD, T).rows(T, t(1, 5), t(3, 5)));

        assertThat(deletes(results)).isEqualTo(DeleteResult.done(Deletes.HARD, 2, 4));
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 3L);
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
}
