package dev.headrace.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.destination.DestinationSession;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowGroupsTest {

    private static final int FULL = 122_880;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private DuckDbProbe probe;

    @BeforeEach
    void look() {
        probe = new DuckDbProbe(folder);
    }

    private void load(int threads, LoadPackage loadPackage) {
        try (DestinationSession session =
                DuckDb.file(probe.file()).threads(threads).open("ds")) {
            session.load(loadPackage, RunListener.none());
        }
    }

    private List<Long> groups() {
        return groups("big");
    }

    private List<Long> groups(String table) {
        return probe.query(
                "SELECT sum(count) FROM pragma_storage_info('ds." + table
                        + "') WHERE column_name = 'v' AND segment_type = 'BIGINT'"
                        + " GROUP BY row_group_id ORDER BY row_group_id",
                row -> row.getLong(1));
    }

    /** With those that are deleted and still there. */
    private long rows() {
        return groups().stream().mapToLong(rows -> rows).sum();
    }

    private long partlyFilled() {
        return groups().stream().filter(rows -> rows < FULL).count();
    }

    @ParameterizedTest
    @CsvSource({
        "20000, 2, 20480",
        "120000, 2, 40960",
        "200000, 2, 61440",
        "250000, 2, 122880",
        "250000, 4, 40960",
        "200000, 1, 122880"
    })
    void ofANewFileAreSmallEnoughForAllThreadsToFillSome(int rows, int threads, long full) {
        load(threads, new LargeLoad(folder, rows / 2).append("1.1"));

        assertThat(groups()).allMatch(each -> each <= full);
        assertThat(groups()).anyMatch(each -> each > full / 2);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void areCutForTheTableWithMostBytes() {
        load(2, new LargeLoad(folder, 150_000).append("1.1", new LargeLoad(folder, "small", 10)));

        assertThat(groups()).contains((long) FULL);
    }

    @Test
    void areNotJoinedByALoadThatBringsMoreThanTheFileHas() {
        load(2, new LargeLoad(folder, 150_000).append("1.1"));
        List<Long> first = groups();
        load(2, new LargeLoad(folder, 150_000).append("1.2"));

        assertThat(groups()).startsWith(first.toArray(Long[]::new));
        assertThat(rows()).isEqualTo(600_000);
    }

    @Test
    void doNotAddUpHoweverManyLoadsThereAre() {
        LargeLoad large = new LargeLoad(folder, 40_000);
        LargeLoad small = new LargeLoad(folder, "small", 5);
        for (int i = 0; i < 12; i++) {
            load(2, large.append("1." + i, small));
        }

        assertThat(groups()).hasSizeLessThan(2 * 960_000 / FULL);
        assertThat(groups("small")).hasSizeLessThan(4);
        assertThat(rows()).isEqualTo(960_000);
    }

    @Test
    void areJoinedByASmallLoad() {
        load(2, new LargeLoad(folder, 60_000).append("1.1"));
        long before = partlyFilled();
        load(2, new LargeLoad(folder, 10).append("1.2"));

        assertThat(before).isGreaterThan(2);
        assertThat(partlyFilled()).isLessThan(before);
        assertThat(rows()).isEqualTo(120_020);
    }

    @Test
    void areJoinedByALargeLoadThatMerges() {
        load(2, new LargeLoad(folder, 300_000).merge("1.1"));
        load(2, new LargeLoad(folder, 170_000).merge("1.2"));

        // how full each group is depends on the threads that filled it; one may keep deleted rows if joining it saves
        // no group
        assertThat(rows()).isBetween(300_000L, 300_000L + FULL);
    }
}
