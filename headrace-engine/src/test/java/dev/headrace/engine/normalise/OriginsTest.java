package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.load.PartFile;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.source.ResourceHints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OriginsTest {

    private static final String TWICE = """
            [{"id": 1, "l": [{"x": 10, "m": [1, 2]}, {"x": 11, "m": [3]}]}, {"id": 1, "l": [{"x": 19}]}]""";

    @ParameterizedTest
    @EnumSource(
            value = MergeStrategy.class,
            names = {"UPSERT", "INSERT_ONLY"})
    void tellRowsWithOneIdApartAtEveryDepth(MergeStrategy strategy) {
        Run run = Run.of(Run.merging(strategy, "id")).page(TWICE).finish();

        List<String> roots = run.tables.values("t", PartFile.ORIGIN);
        assertThat(run.tables.values("t", "_dlt_id")).hasSize(2).containsOnly("z5jIxXIbUnmbKw");
        assertThat(roots).hasSize(2).doesNotHaveDuplicates();
        assertThat(run.tables.values("t__l", PartFile.ORIGIN))
                .containsExactly(roots.get(0), roots.get(0), roots.get(1));
        assertThat(run.tables.values("t__l__m", PartFile.ORIGIN)).hasSize(3).containsOnly(roots.get(0));
    }

    @Test
    void areColumnsOfNoTable() {
        Run run = Run.of(Run.merging(MergeStrategy.UPSERT, "id")).page(TWICE).finish();

        assertThat(run.table("t").columns()).noneMatch(column -> column.name().equals(PartFile.ORIGIN));
        assertThat(run.table("t__l").columns())
                .noneMatch(column -> column.name().equals(PartFile.ORIGIN));
    }

    @Test
    void comeWithIdsThatTheDataBrings() {
        Run run = Run.ofPage("""
                [{"_dlt_id": "own", "l": [1]}, {"_dlt_id": "own", "l": [2]}]""");

        assertThat(run.tables.values("t__l", PartFile.ORIGIN))
                .isEqualTo(run.tables.values("t", PartFile.ORIGIN))
                .doesNotHaveDuplicates();
    }

    @Test
    void areLeftOutWhereIdsAreRandom() {
        Run appended = Run.of(ResourceHints.none()).page(TWICE).finish();
        Run merged = Run.of(Run.merging(MergeStrategy.DELETE_INSERT, "id"))
                .page(TWICE)
                .finish();

        assertThat(appended.tables.values("t__l", PartFile.ORIGIN)).isEmpty();
        assertThat(merged.tables.values("t", PartFile.ORIGIN)).isEmpty();
    }
}
