package dev.headrace.postgres;

import dev.headrace.destination.Destination;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.parquet.PagePacker;
import dev.headrace.engine.parquet.ParquetColumn;
import dev.headrace.engine.parquet.ParquetWriter;
import dev.headrace.load.PackageCompression;
import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.testkit.destination.JdbcProbe;
import dev.headrace.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks at a database of its own as any other program would. */
final class PostgresProbe extends JdbcProbe {

    private final String database;
    private final Destination destination;
    private int parts;

    /** Makes the place anew. */
    PostgresProbe() {
        this(destination -> destination);
    }

    /** Makes the place anew, and loads there in another way than usual. */
    PostgresProbe(UnaryOperator<Postgres> way) {
        this.database = PostgresServer.emptyDatabase();
        this.destination = way.apply(Postgres.url(PostgresServer.url(PostgresServer.USER, database)));
    }

    /** Only writes parts: the server is not of this process. */
    PostgresProbe(Destination destination) {
        this.database = PostgresServer.USER;
        this.destination = destination;
    }

    String database() {
        return database;
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public PartFile writePart(Path file, List<ColumnSchema> columns, List<List<@Nullable Object>> rows) {
        List<ParquetColumn> fields = columns.stream()
                .map(column -> new ParquetColumn(column.name(), column.requiredType(), isZoned(column)))
                .toList();
        TableBatch batch = new TableBatch("t");
        columns.forEach(column -> batch.add(ColumnBuffer.of(column.name(), column.requiredType())));
        for (List<@Nullable Object> row : rows) {
            int index = batch.addRow();
            for (int i = 0; i < row.size(); i++) {
                put(batch.columns().get(i), index, row.get(i));
            }
        }
        file.toFile().delete();
        try (PagePacker packer = PagePacker.of(compression());
                ParquetWriter writer = ParquetWriter.create(file, fields, packer)) {
            writer.write(batch);
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> names = columns.stream().map(ColumnSchema::name).toList();
        return new PartFile(file, rows.size(), file.toFile().length(), names);
    }

    /** Packages may have both. */
    private PackageCompression compression() {
        return PackageCompression.values()[parts++ % 2];
    }

    private static boolean isZoned(ColumnSchema column) {
        return !Boolean.FALSE.equals(column.hints().get(Hints.TIMEZONE));
    }

    private static void put(ColumnBuffer column, int row, @Nullable Object value) {
        if (value != null && column.isWide()) {
            byte[] bytes = bytes(value);
            column.putBytes(row, bytes, 0, bytes.length);
        } else if (value != null) {
            column.putLong(row, number(value));
        }
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        String text = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long number(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        if (value instanceof Instant instant) {
            return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
        }
        if (value instanceof LocalDateTime time) {
            return number(time.toInstant(ZoneOffset.UTC));
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return value instanceof LocalTime time ? time.toNanoOfDay() / 1000 : ((Number) value).longValue();
    }

    @Override
    protected Connection connect() throws SQLException {
        return PostgresServer.connect(database);
    }

    @Override
    protected @Nullable Object value(ResultSet row, int column) throws SQLException {
        int type = row.getMetaData().getColumnType(column);
        String name = row.getMetaData().getColumnTypeName(column);
        if (row.getObject(column) == null) {
            return null;
        }
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> row.getLong(column);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                name.equals("timestamptz")
                        ? row.getObject(column, OffsetDateTime.class).toInstant()
                        : row.getObject(column, LocalDateTime.class);
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIME -> row.getObject(column, LocalTime.class);
            case Types.NUMERIC -> decimal(row.getBigDecimal(column));
            case Types.OTHER -> row.getString(column);
            default -> row.getObject(column);
        };
    }

    /** Wei always has 78 places. */
    private static BigDecimal decimal(BigDecimal value) {
        return value.scale() == 78 ? value.stripTrailingZeros() : value;
    }

    void execute(String sql) {
        PostgresServer.execute(database, sql);
    }
}
