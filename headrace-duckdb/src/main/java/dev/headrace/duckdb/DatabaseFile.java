package dev.headrace.duckdb;

import dev.headrace.sql.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * A database file that is open.
 *
 * @param knowsZstd whether its tables may be compressed with zstd: its storage version is 1.2 or later
 */
record DatabaseFile(SqlConnection connection, boolean knowsZstd) {

    /** The file is attached under this name: its own might be that of a dataset, which makes two-part names ambiguous. */
    static final String ALIAS = "headrace";

    static DatabaseFile open(DuckDbSettings settings) {
        Path file = settings.file();
        new DatabaseFolder(file).make();
        try {
            SqlConnection connection = new SqlConnection(connect(settings));
            try {
                // Timestamps with and without zone are converted into each other as if all clocks showed UTC.
                connection.execute("SET TimeZone = 'UTC'");
                connection.execute(
                        "ATTACH " + DuckDbDialect.text(file.toString()) + " AS " + ALIAS + options(settings));
                return new DatabaseFile(connection, knowsZstd(connection));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw DuckDbFailures.explain("open DuckDB database " + file, file, e);
        }
    }

    private static Connection connect(DuckDbSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("block_allocator_memory", settings.blockMemory() + "B");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("preserve_insertion_order", "false");
        properties.setProperty("temp_directory", settings.file() + ".tmp");
        // Every commit is followed by a checkpoint, so it need not go through the log first.
        properties.setProperty("checkpoint_threshold", "1KB");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return connect(properties);
    }

    private static Connection connect(Properties properties) throws SQLException {
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
        if (connection == null) {
            throw new IllegalStateException("the DuckDB driver does not know its own address");
        }
        return connection;
    }

    private static boolean knowsZstd(SqlConnection connection) throws SQLException {
        return connection.any(
                "SELECT 1 FROM duckdb_databases() WHERE database_name = ?"
                        + " AND NOT regexp_matches(tags['storage_version'], '^v(0|1[.][01])[.]')",
                List.of(ALIAS));
    }

    /** Opens a database in memory and lets go of it. */
    static void warmUp() {
        try (Connection connection = connect(new Properties())) {
            connection.createStatement().close();
        } catch (SQLException | LinkageError e) {
            // whoever opens a file is told
        }
    }

    /** A file that exists keeps its version, and DuckDB refuses to be told a lower one. */
    private static String options(DuckDbSettings settings) throws SQLException {
        try {
            Path file = settings.file();
            boolean isNew = !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
            String version = DuckDbDialect.text(settings.storageVersion().option());
            return isNew ? " (STORAGE_VERSION " + version + ")" : "";
        } catch (IOException e) {
            throw new SQLException("IO Error: " + e.getMessage(), e);
        }
    }
}
