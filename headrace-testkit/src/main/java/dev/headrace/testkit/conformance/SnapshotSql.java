package dev.headrace.testkit.conformance;

import java.sql.Connection;
import java.sql.SQLException;

/** How a database is looked at: its types in the words of cases, which are DuckDB's, and its values in one form. */
interface SnapshotSql {

    /** A query with one parameter, the dataset: table, column, type, and YES if it is nullable; in physical order. */
    String columns();

    /** The expression that makes a column's value independent of drivers and time zones. */
    String expression(String column, String type);

    /** The one for the database of that connection. */
    static SnapshotSql of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? new PostgresSnapshotSql()
                : new DuckDbSnapshotSql();
    }
}
