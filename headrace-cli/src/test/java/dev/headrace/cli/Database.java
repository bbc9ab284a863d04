package dev.headrace.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A DuckDB file, looked at from outside. */
record Database(Path file) {

    /** The rows that a query answers, cells separated by bars. */
    List<String> rows(String query) {
        try (Connection connection = connect()) {
            return rows(connection, query);
        } catch (SQLException e) {
            throw new AssertionError("Cannot ask " + file + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file);
    }

    private static List<String> rows(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError("Cannot ask for " + query + ": " + e.getMessage(), e);
        }
    }

    void change(String statement) {
        try (Connection connection = connect();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError("Cannot do " + statement + " in " + file + ": " + e.getMessage(), e);
        }
    }

    long count(String table) {
        return Long.parseLong(rows("SELECT count(*) FROM " + table).get(0));
    }

    /** Every row of every table, in a fixed order: two databases with equal contents have equal texts. */
    String contents() {
        StringBuilder contents = new StringBuilder();
        try (Connection connection = connect()) {
            for (String table : rows(
                    connection,
                    "SELECT table_schema || '.' || table_name FROM information_schema.tables ORDER BY ALL")) {
                contents.append(table).append('\n');
                rows(connection, "SELECT * FROM " + table + " ORDER BY ALL")
                        .forEach(row -> contents.append("  ").append(row).append('\n'));
            }
        } catch (SQLException e) {
            throw new AssertionError("Cannot ask " + file + ": " + e.getMessage(), e);
        }
        return contents.toString();
    }
}
