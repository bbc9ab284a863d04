package dev.headrace.bench.byhand;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens a DuckDB file and closes it again: the least that a process with this driver can take. */
public final class OpenDatabase {

    private OpenDatabase() {}

    /** @param arguments the database file */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
            if (connection.isClosed()) {
                throw new SQLException("the connection was closed at once");
            }
        }
    }
}
