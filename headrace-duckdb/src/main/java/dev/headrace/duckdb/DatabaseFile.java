package dev.headrace.duckdb;

import dev.headrace.sql.SqlConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A database file that is open.
 *
 * @param knowsZstd whether its tables may be compressed with zstd: its storage version is 1.2 or later
 */
record DatabaseFile(SqlConnection connection, boolean knowsZstd) {

    /** The file is attached under this name: its own might be that of a dataset, which makes two-part names ambiguous. */
    static final String ALIAS = "headrace";

    /** @param rowsInGroup of row groups that are full, if the file has to be made; those of other files are as usual */
    static DatabaseFile open(DuckDbSettings settings, int rowsInGroup) {
        Path file = settings.file();
        new DatabaseFolder(file).make();
        try {
            SqlConnection connection = new SqlConnection(EmptyDatabase.connect(settings));
            try {
                connection.execute("ATTACH " + DuckDbDialect.text(file.toString()) + " AS " + ALIAS
                        + options(settings, rowsInGroup));
                return new DatabaseFile(connection, knowsZstd(connection));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw DuckDbFailures.explain("open DuckDB database " + file, file, e);
        }
    }

    private static boolean knowsZstd(SqlConnection connection) throws SQLException {
        return connection.any(
                "SELECT 1 FROM duckdb_databases() WHERE database_name = ?"
                        + " AND NOT regexp_matches(tags['storage_version'], '^v(0|1[.][01])[.]')",
                List.of(ALIAS));
    }

    /** A file that exists keeps its version, and DuckDB refuses to be told a lower one. */
    private static String options(DuckDbSettings settings, int rowsInGroup) {
        String version = DuckDbDialect.text(settings.storageVersion().option());
        return Files.exists(settings.file())
                ? ""
                : " (STORAGE_VERSION " + version + ", ROW_GROUP_SIZE " + rowsInGroup + ")";
    }
}
