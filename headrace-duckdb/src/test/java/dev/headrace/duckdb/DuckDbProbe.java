package dev.headrace.duckdb;

import dev.headrace.destination.Destination;
import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.testkit.destination.DestinationProbe;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a database file as any other program would: opened under its own name. */
final class DuckDbProbe implements DestinationProbe {

    private final Path file;
    private final Destination destination;

    DuckDbProbe(Path folder) {
        this.file = folder.resolve("probe.duckdb");
        this.destination = DuckDb.file(file);
    }

    Path file() {
        return file;
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public PartFile writePart(Path part, List<ColumnSchema> columns, List<List<@Nullable Object>> rows) {
        String names = columns.stream().map(c -> quote(c.name())).collect(Collectors.joining(", "));
        String types = columns.stream()
                .map(c -> "CAST(" + quote(c.name()) + " AS " + partType(c) + ") AS " + quote(c.name()))
                .collect(Collectors.joining(", "));
        String values = rows.stream()
                .map(row -> row.stream().map(DuckDbProbe::literal).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        execute(
                "jdbc:duckdb:",
                "COPY (SELECT " + types + " FROM (VALUES " + values + ") v(" + names + ")) TO '" + part
                        + "' (FORMAT parquet, COMPRESSION uncompressed)");
        List<String> columnNames = columns.stream().map(ColumnSchema::name).toList();
        return new PartFile(part, rows.size(), part.toFile().length(), columnNames);
    }

    /** Types that Parquet lacks travel as text. */
    private static String partType(ColumnSchema column) {
        DataType type = column.requiredType();
        return switch (type) {
            case JSON, DECIMAL, WEI -> "VARCHAR";
            default -> DuckDbTypes.of(column);
        };
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof byte[] bytes) {
            return "unhex('" + HexFormat.of().formatHex(bytes) + "')";
        }
        String text = value.toString().replace("'", "''");
        if (value instanceof Instant) {
            return "CAST('" + text + "' AS TIMESTAMPTZ)";
        }
        return "'" + text + "'";
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(String dataset, String table) {
        return query("SELECT * FROM " + quote(dataset) + "." + quote(table), row -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnName(i), plain(row.getObject(i)));
            }
            return values;
        });
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof java.sql.Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        if (value != null && value.getClass().getName().endsWith("JsonNode")) {
            return value.toString();
        }
        return value;
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

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Reader<T> reader) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
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

    void execute(String sql) {
        execute("jdbc:duckdb:" + file, sql);
    }

    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
