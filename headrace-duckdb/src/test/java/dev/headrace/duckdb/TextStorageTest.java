package dev.headrace.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.destination.DestinationSession;
import dev.headrace.event.RunListener;
import dev.headrace.sql.ReplaceStrategy;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextStorageTest {

    private static final int MANY = 40_000;
    private static final int FEW = 1_000;

    @TempDir
    private Path folder;

    private DuckDbProbe probe;

    @BeforeEach
    void look() {
        probe = new DuckDbProbe(folder);
    }

    private void load(DuckDb database, int keys) {
        try (DestinationSession session = database.open("ds")) {
            session.load(new LargeLoad(folder, keys).merge("1.1"), RunListener.none());
        }
    }

    private Set<String> compressions(String column) {
        return Set.copyOf(probe.query(
                "SELECT DISTINCT compression FROM pragma_storage_info('ds.big') WHERE column_name = '" + column
                        + "' AND segment_type = 'VARCHAR'",
                row -> row.getString(1)));
    }

    @Test
    void valuesThatDifferAreCompressedWithZstd() {
        load(DuckDb.file(probe.file()), MANY);

        assertThat(compressions("filler")).containsExactly("ZSTD");
        assertThat(compressions("_dlt_load_id")).isNotEmpty().doesNotContain("ZSTD");
    }

    @Test
    void aLittleTextIsLeftToTheDatabase() {
        load(DuckDb.file(probe.file()), FEW);

        assertThat(compressions("_dlt_id")).containsExactly("ZSTD");
        assertThat(compressions("filler")).isNotEmpty().doesNotContain("ZSTD");
    }

    @Test
    void allTextIsLeftToTheDatabaseWhenAsked() {
        load(DuckDb.file(probe.file()).compression(Compression.SMALL), MANY);

        assertThat(compressions("_dlt_id")).isNotEmpty().doesNotContain("ZSTD");
        assertThat(compressions("filler")).isNotEmpty().doesNotContain("ZSTD");
    }

    @Test
    void allTextIsLeftToTheDatabaseInAFileThatKnowsNoZstd() {
        load(DuckDb.file(probe.file()).storageVersion(StorageVersion.OLDEST), MANY);

        assertThat(compressions("_dlt_id")).isNotEmpty().doesNotContain("ZSTD");
        assertThat(compressions("filler")).isNotEmpty().doesNotContain("ZSTD");
    }

    @Test
    void tablesThatAReplacementMakesAnewAreCompressedAlike() {
        DuckDb database = DuckDb.file(probe.file()).replaceStrategy(ReplaceStrategy.STAGING_OPTIMIZED);
        try (DestinationSession session = database.open("ds")) {
            session.load(new LargeLoad(folder, FEW).replace("1.1"), RunListener.none());
            session.load(new LargeLoad(folder, MANY).replace("1.2"), RunListener.none());
        }

        assertThat(compressions("filler")).containsExactly("ZSTD");
    }
}
