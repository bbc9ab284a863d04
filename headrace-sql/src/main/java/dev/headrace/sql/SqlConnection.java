package dev.headrace.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that takes whole statements. Used by one thread. */
public final class SqlConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqlConnection.class);

    /** Makes one value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Statements that belong together. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    private final Connection connection;

    /** @param connection closed together with this one */
    public SqlConnection(Connection connection) {
        this.connection = connection;
    }

    /** The connection itself, for what only its driver can do. */
    public Connection jdbc() {
        return connection;
    }

    /** Runs a statement without parameters. */
    public void execute(String sql) throws SQLException {
        LOG.debug("{}", sql);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement that changes rows, and tells how many. */
    public long update(String sql) throws SQLException {
        LOG.debug("{}", sql);
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    /** Runs a statement with a value for each question mark. */
    public void execute(String sql, List<? extends @Nullable Object> values) throws SQLException {
        LOG.debug("{}", sql);
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.execute();
        }
    }

    /** All rows of a query, in its order. */
    public <T> List<T> query(String sql, List<? extends @Nullable Object> values, RowReader<T> reader)
            throws SQLException {
        LOG.debug("{}", sql);
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }

    /** The number that a query with one row of one column gives. */
    public long number(String sql) throws SQLException {
        return query(sql, List.of(), row -> row.getLong(1)).get(0);
    }

    /** Whether a query gives any row. */
    public boolean any(String sql, List<? extends @Nullable Object> values) throws SQLException {
        return !query(sql, values, row -> 1).isEmpty();
    }

    /** Commits what {@code work} did, or nothing of it when it fails. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.run();
            connection.commit();
            committed = true;
            return result;
        } finally {
            endTransaction(committed);
        }
    }

    private void endTransaction(boolean committed) throws SQLException {
        try {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            if (committed) {
                throw e;
            }
            // The failure that led here is the one to tell; the transaction ends with the connection at the latest.
            LOG.debug("Rollback failed", e);
        }
    }

    private PreparedStatement prepare(String sql, List<? extends @Nullable Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
