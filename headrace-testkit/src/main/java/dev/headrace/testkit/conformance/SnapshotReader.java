package dev.headrace.testkit.conformance;

import dev.headrace.testkit.conformance.DatasetSnapshot.Column;
import dev.headrace.testkit.conformance.DatasetSnapshot.Load;
import dev.headrace.testkit.conformance.DatasetSnapshot.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a dataset through JDBC. */
final class SnapshotReader {

    private final Connection connection;
    private final String dataset;
    private final SnapshotSql sql;

    SnapshotReader(Connection connection, String dataset) throws SQLException {
        this.connection = connection;
        this.sql = SnapshotSql.of(connection);
        this.dataset = dataset;
    }

    DatasetSnapshot read() throws SQLException {
        Map<String, Map<String, Column>> columns = readColumns();
        Map<String, Table> tables = new LinkedHashMap<>();
        Map<String, Table> systemTables = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Column>> entry : columns.entrySet()) {
            boolean system = entry.getKey().startsWith("_dlt_");
            long count = count(entry.getKey());
            Table table =
                    new Table(entry.getValue(), system ? List.of() : readRows(entry.getKey(), entry.getValue()), count);
            (system ? systemTables : tables).put(entry.getKey(), table);
        }
        List<Load> loads = columns.containsKey("_dlt_loads") ? readLoads() : List.of();
        return new DatasetSnapshot(
                tables, systemTables, loads, columns.containsKey("_dlt_version") ? readSchemas() : Map.of());
    }

    private Map<String, Map<String, Column>> readColumns() throws SQLException {
        Map<String, Map<String, Column>> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.columns())) {
            statement.setString(1, dataset);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.computeIfAbsent(rows.getString(1), t -> new LinkedHashMap<>())
                            .put(rows.getString(2), new Column(rows.getString(3), "YES".equals(rows.getString(4))));
                }
            }
        }
        return columns;
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + name(table))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<Map<String, @Nullable Object>> readRows(String table, Map<String, Column> columns)
            throws SQLException {
        List<String> selected = new ArrayList<>();
        columns.forEach((name, column) -> selected.add(sql.expression(quote(name), column.type())));
        List<Map<String, @Nullable Object>> result = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select " + String.join(", ", selected) + " from " + name(table))) {
            while (rows.next()) {
                result.add(readRow(rows, columns));
            }
        }
        return result;
    }

    private static Map<String, @Nullable Object> readRow(ResultSet rows, Map<String, Column> columns)
            throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        int index = 1;
        for (Map.Entry<String, Column> column : columns.entrySet()) {
            Object value = rows.getObject(index++);
            if (value != null) {
                row.put(
                        column.getKey(),
                        SnapshotValues.render(value, column.getValue().type()));
            }
        }
        return row;
    }

    private List<Load> readLoads() throws SQLException {
        List<Load> loads = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select load_id, status from " + name("_dlt_loads") + " order by inserted_at, load_id")) {
            while (rows.next()) {
                loads.add(new Load(rows.getString(1), rows.getLong(2)));
            }
        }
        return loads;
    }

    private Map<String, @Nullable Object> readSchemas() throws SQLException {
        Map<String, @Nullable Object> tables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select schema from " + name("_dlt_version") + " order by inserted_at, version")) {
            while (rows.next()) {
                tables.putAll(Json.object(
                        Json.object(CaseFile.parseContainer(rows.getString(1))).get("tables")));
            }
        }
        return tables;
    }

    private String name(String table) {
        return quote(dataset) + "." + quote(table);
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
