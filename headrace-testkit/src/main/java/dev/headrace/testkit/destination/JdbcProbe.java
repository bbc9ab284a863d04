package dev.headrace.testkit.destination;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at a database through its driver, by SQL that all have: a new connection for each look. */
public abstract class JdbcProbe implements DestinationProbe {

    /** Opens a connection, as another program would. */
    protected abstract Connection connect() throws SQLException;

    /** The value of a column, counted from 1, as {@link #rows} gives it. */
    protected abstract @Nullable Object value(ResultSet row, int column) throws SQLException;

    @Override
    public List<Map<String, @Nullable Object>> rows(String dataset, String table) {
        return query("SELECT * FROM " + quote(dataset) + "." + quote(table), row -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnName(i), value(row, i));
            }
            return values;
        });
    }

    @Override
    public Map<String, List<StoredColumn>> tables(String dataset) {
        Map<String, List<StoredColumn>> tables = new LinkedHashMap<>();
        String sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
                + " WHERE table_schema = '" + dataset + "' ORDER BY table_name, ordinal_position";
        query(
                sql,
                row -> tables.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(new StoredColumn(row.getString(2), row.getString(3), "YES".equals(row.getString(4)))));
        return tables;
    }

    /** What is read of each row of a result. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The rows of a query, in its order; a query that fails fails the test. */
    public <T> List<T> query(String sql, Reader<T> reader) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** A name as SQL writes it. */
    protected static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
