package dev.headrace.bench.byhand;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Loads the Parquet files of a finished load package into new tables and writes the file: what is left of a load when
 * somebody else has read the API. How columns are compressed is left to DuckDB.
 */
public final class LoadPackage {

    private LoadPackage() {}

    /** @param arguments the database file, then {@code TABLE=FILE} for each file */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = false");
            connection.setAutoCommit(false);
            for (Map.Entry<String, StringJoiner> table : filesByTable(arguments).entrySet()) {
                statement.execute("CREATE TABLE " + table.getKey() + " AS SELECT * FROM read_parquet("
                        + table.getValue() + ", union_by_name = true)");
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("CHECKPOINT");
        }
    }

    /** A list of quoted names for each table. */
    private static Map<String, StringJoiner> filesByTable(String[] arguments) {
        Map<String, StringJoiner> files = new LinkedHashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] tableAndFile = arguments[i].split("=", 2);
            files.computeIfAbsent(tableAndFile[0], table -> new StringJoiner(", ", "[", "]"))
                    .add("'" + tableAndFile[1].replace("'", "''") + "'");
        }
        return files;
    }
}
