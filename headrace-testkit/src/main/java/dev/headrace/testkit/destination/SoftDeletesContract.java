package dev.headrace.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.TableResult;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How every destination must mark rows that a package does not bring although it brings everything there is. */
public abstract class SoftDeletesContract extends DeletesTest {

    private static final Instant STILL_LATER = Instant.parse("2100-01-02T00:00:00Z");

    private List<TableResult> loadMarking(String id, TableSchema table, List<Map<String, @Nullable Object>> rows) {
        return load(bringing(all(id, Deletes.SOFT, table), table, rows));
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
}
