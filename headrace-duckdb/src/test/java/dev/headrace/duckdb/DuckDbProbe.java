package dev.headrace.duckdb;

import dev.headrace.destination.Destination;
import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.testkit.destination.JdbcProbe;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a database file as any other program would: opened under its own name. */
final class DuckDbProbe extends JdbcProbe {

    private final Path file;
    private final Destination destination;
    private int parts;

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
                        + "' (FORMAT parquet, COMPRESSION " + compression() + ")");
        List<String> columnNames = columns.stream().map(ColumnSchema::name).toList();
        return new PartFile(part, rows.size(), part.toFile().length(), columnNames);
    }

    /** Packages may have both. */
    private String compression() {
        return parts++ % 2 == 0 ? "uncompressed" : "zstd";
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

    @Override
    protected Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file);
    }

    @Override
    protected @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        if (value != null && value.getClass().getName().endsWith("JsonNode")) {
            return value.toString();
        }
        return value;
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
