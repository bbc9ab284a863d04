package dev.headrace.duckdb;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.load.LoadPackage;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.sql.SqlConnection;
import dev.headrace.testkit.destination.PackageScript;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyDatabaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void oneThatWasMadeInAdvanceIsLikeAnyOther() throws SQLException {
        DuckDbSettings settings = DuckDbSettings.of(folder.resolve("x.duckdb"));
        String other;
        try (SqlConnection connection = new SqlConnection(EmptyDatabase.connect(settings))) {
            other = described(connection);
        }
        EmptyDatabase.prepare();
        assertThat(EmptyDatabase.isPrepared()).isTrue();
        try (SqlConnection connection = new SqlConnection(EmptyDatabase.connect(settings))) {
            assertThat(EmptyDatabase.isPrepared()).isFalse();
            assertThat(described(connection)).isEqualTo(other).contains("x.duckdb.tmp", "UTC");
        }
    }

    @Test
    void oneThatWasMadeInAdvanceIsLeftWhereMemoryIsToBeAnother() throws SQLException {
        DuckDbSettings settings = DuckDbSettings.of(folder.resolve("x.duckdb")).withMemoryLimit("100MB");
        EmptyDatabase.prepare();
        try (SqlConnection connection = new SqlConnection(EmptyDatabase.connect(settings))) {
            assertThat(EmptyDatabase.isPrepared()).isTrue();
            assertThat(described(connection)).contains("95.3 MiB");
        }
    }

    @Test
    void manyThreadsAreForLargeDatabasesAndPackages() throws IOException, SQLException {
        DuckDbProbe probe = new DuckDbProbe(folder);
        LoadPackage loadPackage = new PackageScript(probe, folder, "1.1")
                .rows(root("events", WriteDisposition.append(), bigint("id")), Map.of("id", 7L, "_dlt_id", "r1"))
                .write();
        Path file = folder.resolve("x.duckdb");
        DuckDbSettings settings = DuckDbSettings.of(file).withThreads(3);
        DuckDbDialect dialect = new DuckDbDialect(settings, new TextStorage(Compression.FAST, true));
        try (SqlConnection connection = new SqlConnection(EmptyDatabase.connect(settings))) {
            dialect.begin(connection, "ds", loadPackage);
            assertThat(connection.number("SELECT current_setting('threads')")).isEqualTo(1);
            try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(5 << 20);
            }
            dialect.begin(connection, "ds", loadPackage);
            assertThat(connection.number("SELECT current_setting('threads')")).isEqualTo(3);
        }
    }

    private static String described(SqlConnection connection) throws SQLException {
        return connection
                .query(
                        "SELECT name, value FROM duckdb_settings() WHERE name IN ('memory_limit', 'temp_directory',"
                                + " 'preserve_insertion_order', 'threads', 'TimeZone', 'autoload_known_extensions')"
                                + " ORDER BY name",
                        List.of(),
                        row -> row.getString(1) + "=" + row.getString(2))
                .toString();
    }
}
