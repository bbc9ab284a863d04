package dev.headrace.duckdb;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.PackageScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseFileTest {

    private static final String VERSION =
            "SELECT tags['storage_version']::VARCHAR FROM duckdb_databases() WHERE path IS NOT NULL";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private void load(DuckDb database, String dataset) {
        DuckDbProbe probe = new DuckDbProbe(folder);
        LoadPackage loadPackage = new PackageScript(probe, folder, "1.1")
                .rows(root("events", WriteDisposition.append(), bigint("id")), Map.of("id", 7L, "_dlt_id", "r1"))
                .write();
        try (DestinationSession session = database.open(dataset)) {
            session.load(loadPackage, RunListener.none());
        }
    }

    private String compressionOfIds(DuckDbProbe probe) {
        return probe.query(
                        "SELECT compression FROM pragma_storage_info('ds.events')"
                                + " WHERE column_name = '_dlt_id' AND segment_type = 'VARCHAR'",
                        row -> row.getString(1))
                .get(0);
    }

    private String version(DuckDbProbe probe) {
        return probe.query(VERSION, row -> row.getString(1)).get(0);
    }

    @Test
    void makesFilesThatOlderVersionsCanOpen() {
        DuckDbProbe probe = new DuckDbProbe(folder);
        load(DuckDb.file(probe.file()), "ds");

        assertThat(version(probe)).startsWith("v1.5.0");
        assertThat(compressionOfIds(probe)).isEqualTo("ZSTD");
    }

    @Test
    void makesFilesThatTheOldestVersionsCanOpenWhenAsked() {
        DuckDbProbe probe = new DuckDbProbe(folder);
        load(DuckDb.file(probe.file()).storageVersion(StorageVersion.OLDEST), "ds");

        assertThat(version(probe)).startsWith("v1.0.0");
        assertThat(compressionOfIds(probe)).isNotEqualTo("ZSTD");
    }

    @Test
    void loadsIntoAFileOfAnOlderStorageVersion() {
        DuckDbProbe probe = new DuckDbProbe(folder);
        load(DuckDb.file(probe.file()).storageVersion(StorageVersion.OLDEST), "first");
        load(DuckDb.file(probe.file()), "second");

        assertThat(probe.query("SELECT count(*) FROM second.events", row -> row.getLong(1)))
                .containsExactly(1L);
    }

    @Test
    void makesFilesOfTheLatestVersionWhenAsked() {
        DuckDbProbe probe = new DuckDbProbe(folder);
        load(DuckDb.file(probe.file()).storageVersion(StorageVersion.LATEST), "ds");

        assertThat(version(probe)).startsWith("v2.");
    }

    @Test
    void keepsTheVersionOfAFileThatExists() {
        DuckDbProbe probe = new DuckDbProbe(folder);
        DuckDb newer = DuckDb.file(probe.file()).storageVersion(StorageVersion.LATEST);
        load(newer, "first");
        load(newer.storageVersion(StorageVersion.COMPATIBLE), "second");

        assertThat(version(probe)).startsWith("v2.");
    }

    @Test
    void loadsIntoADatasetNamedLikeTheDatabase() {
        DuckDbProbe probe = new DuckDbProbe(folder);
        load(DuckDb.file(probe.file()), "probe");
        load(DuckDb.file(probe.file()), "headrace");

        assertThat(probe.query("SELECT id FROM probe.probe.events", row -> row.getLong(1)))
                .containsExactly(7L);
        assertThat(probe.query("SELECT id FROM headrace.events", row -> row.getLong(1)))
                .containsExactly(7L);
    }

    @Test
    void leavesNothingBesideTheDatabase() throws IOException {
        Path apart = Files.createDirectory(folder.resolve("apart"));
        load(DuckDb.file(apart.resolve("new.duckdb")), "ds");

        try (var files = Files.list(apart)) {
            assertThat(files).containsExactly(apart.resolve("new.duckdb"));
        }
    }

    @Test
    void makesTheFolderOfTheDatabase() {
        Path file = folder.resolve("where/new.duckdb");
        load(DuckDb.file(file), "ds");

        assertThat(file).exists();
    }

    @Test
    void makesNoFolderBeforeThereIsSomethingToLoad() {
        DuckDb.file(folder.resolve("where/new.duckdb")).open("ds").close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAFolderInAFolderThatIsMissingToo() {
        Path file = folder.resolve("some/where/new.duckdb");

        assertThatThrownBy(() -> DuckDb.file(file).open("ds"))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("there is no folder " + folder.resolve("some/where"))
                .hasMessageContaining("nearest that is there is " + folder + ".");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAPathThatIsAFolder() {
        assertThatThrownBy(() -> DuckDb.file(folder).open("ds"))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining(folder + ": it is a folder")
                .hasMessageContaining(folder.resolve("data.duckdb").toString());
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.duckdb"), "not a database at all");

        assertThatThrownBy(() -> DuckDb.file(file).open("ds"))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("Cannot open DuckDB database " + file)
                .hasMessageContaining("choose another path");
        assertThat(file).hasContent("not a database at all");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "x").resolve("new.duckdb");

        assertThatThrownBy(() -> DuckDb.file(file).open("ds"))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose another place");
    }

    @Test
    void makesNoFileBeforeThereIsSomethingToLoad() {
        Path file = folder.resolve("new.duckdb");
        try (DestinationSession session = DuckDb.file(file).open("ds")) {
            assertThat(session.find("pipeline", "schema")).isEqualTo(StoredPipeline.unknown());
            assertThat(session.hasLoaded(new LoadId("1.5"))).isFalse();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesADatabaseThatThisProgramHasOpen() throws SQLException {
        Path file = folder.resolve("twice.duckdb");
        DriverManager.getConnection("jdbc:duckdb:" + file).close();
        DuckDb database = DuckDb.file(file);
        try (DestinationSession first = database.open("ds")) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> database.open("ds"))
                    .isInstanceOf(DestinationException.class)
                    .hasMessageContaining("twice.duckdb")
                    .hasMessageContaining("has the database open already");
        }
    }

    @Test
    void mergesManyRowsInLittleMemory() {
        DuckDbProbe probe = new DuckDbProbe(folder);
        LargeLoad large = new LargeLoad(folder, 300_000);
        DuckDb database = DuckDb.file(probe.file()).memoryLimit("100MB");
        for (String id : List.of("1.1", "1.2")) {
            try (DestinationSession session = database.open("ds")) {
                session.load(large.merge(id), RunListener.none());
            }
        }

        assertThat(probe.query(
                        "SELECT count(*), count(DISTINCT id), sum(v) FROM ds.big",
                        row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3))))
                .containsExactly(List.of(300_000L, 300_000L, 300_000L * 2));
    }
}
