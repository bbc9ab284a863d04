package dev.headrace.engine.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.load.PackageCompression;
import dev.headrace.schema.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are read back by DuckDB, which shares no code with the writer. */
@ParameterizedClass
@EnumSource(PackageCompression.class)
class ParquetWriterTest {

    private static final long LAST_MICROS = 253_402_300_799_999_999L;
    private static final long FIRST_MICROS = -62_135_596_800_000_000L;

    private static Connection duckdb;

    @TempDir
    private Path folder;

    @AutoClose
    private final @Nullable PagePacker packer;

    private final PackageCompression compression;

    ParquetWriterTest(PackageCompression compression) {
        this.compression = compression;
        this.packer = PagePacker.of(compression);
    }

    @BeforeAll
    static void open() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    @Test
    void writesFewDifferentTextsOnceAndKeepsEachRow() throws Exception {
        for (int different : new int[] {1, 2, 3, 300, 1024, 1025}) {
            TableBatch batch = new TableBatch("t");
            String[] values = IntStream.range(0, 5000)
                    .mapToObj(i -> i % 7 == 3 ? null : "value é " + i % different)
                    .toArray(String[]::new);
            texts(batch, "text", DataType.TEXT, values);
            Path file = write(batch);

            assertThat(rows("SELECT text FROM " + scan(file)))
                    .containsExactly(Arrays.stream(values).map(String::valueOf).toArray(String[]::new));
            assertThat(rows("SELECT encodings LIKE '%DICTIONARY%' FROM parquet_metadata('" + file + "')"))
                    .containsExactly(different <= 1024 ? "true" : "false");
            Files.delete(file);
        }
    }

    @Test
    void keepsValuesOfEveryType() throws Exception {
        TableBatch batch = new TableBatch("t");
        longs(batch, "big", DataType.BIGINT, Long.MIN_VALUE, null, Long.MAX_VALUE);
        longs(batch, "yes", DataType.BOOL, 1L, 0L, null);
        longs(batch, "real", DataType.DOUBLE, bits(1.5), bits(Double.NaN), bits(Double.NEGATIVE_INFINITY));
        longs(batch, "at", DataType.TIMESTAMP, FIRST_MICROS, LAST_MICROS, null);
        longs(batch, "day", DataType.DATE, -719_162L, null, 2_932_896L);
        longs(batch, "time", DataType.TIME, 0L, 86_399_999_999L, null);
        texts(batch, "text", DataType.TEXT, "", "é🚀", null);
        texts(batch, "json", DataType.JSON, "{\"a\": 1}", null, "[]");
        texts(batch, "binary", DataType.BINARY, "\0", null, "a");
        texts(batch, "decimal", DataType.DECIMAL, "12.50", "-0.000000001", null);
        Path file = write(batch);

        assertThat(rows("SELECT * FROM " + scan(file)))
                .containsExactly(
                        "-9223372036854775808|true|1.5|0001-01-01 00:00:00+00|0001-01-01|00:00:00||{\"a\": 1}|\\x00|12.50",
                        "null|false|nan|9999-12-31 23:59:59.999999+00|null|23:59:59.999999|é🚀|null|null|-0.000000001",
                        "9223372036854775807|null|-inf|null|9999-12-31|null|null|[]|a|null");
        assertThat(rows("SELECT column_type FROM (DESCRIBE SELECT * FROM " + scan(file) + ")"))
                .containsExactly(
                        "BIGINT",
                        "BOOLEAN",
                        "DOUBLE",
                        "TIMESTAMP WITH TIME ZONE",
                        "DATE",
                        "TIME",
                        "VARCHAR",
                        "VARCHAR",
                        "BLOB",
                        "VARCHAR");
    }

    @Test
    void writesReadingsOfAClockWithoutZone() throws Exception {
        TableBatch batch = new TableBatch("t");
        longs(batch, "at", DataType.TIMESTAMP, 1_500_000L);
        Path file = folder.resolve("naive.parquet");
        try (ParquetWriter writer =
                ParquetWriter.create(file, List.of(new ParquetColumn("at", DataType.TIMESTAMP, false)), packer)) {
            writer.write(batch);
            writer.finish();
        }

        assertThat(rows("SELECT typeof(\"at\"), \"at\" FROM " + scan(file)))
                .containsExactly("TIMESTAMP|1970-01-01 00:00:01.5");
    }

    @Test
    void writesAConstantOnceForAllRows() throws Exception {
        TableBatch batch = new TableBatch("t");
        longs(batch, "n", DataType.BIGINT, 1L, 2L, 3L);
        batch.add(ColumnBuffer.constantText("load", "1795221977.69"));
        Path file = write(batch);

        assertThat(rows("SELECT n, load FROM " + scan(file)))
                .containsExactly("1|1795221977.69", "2|1795221977.69", "3|1795221977.69");
        assertThat(occurrences(file, "1795221977.69")).isEqualTo(1);
    }

    @Test
    void readsAsEmptyWithoutRows() throws Exception {
        TableBatch batch = new TableBatch("t");
        batch.add(ColumnBuffer.of("a", DataType.TEXT));
        batch.add(ColumnBuffer.of("at", DataType.TIMESTAMP));
        Path file = write(batch);

        assertThat(rows("SELECT * FROM " + scan(file))).isEmpty();
        assertThat(rows("SELECT column_name FROM (DESCRIBE SELECT * FROM " + scan(file) + ")"))
                .containsExactly("a", "at");
    }

    @Test
    void makesARowGroupOfEachBatch() throws Exception {
        Path file = folder.resolve("groups.parquet");
        try (ParquetWriter writer = ParquetWriter.create(file, columns(numbers(0, 1)), packer)) {
            writer.write(numbers(0, 20_480));
            writer.write(numbers(20_480, 7));
            writer.write(numbers(20_487, 1000));
            assertThat(writer.finish().rows()).isEqualTo(21_487);
        }

        assertThat(rows("SELECT count(*), sum(n), count(odd), sum(length(odd)) FROM " + scan(file)))
                .containsExactly("21487|" + 21_486L * 21_487 / 2 + "|10743|"
                        + IntStream.range(0, 21_487)
                                .filter(i -> i % 2 == 1)
                                .map(i -> ("t" + i).length())
                                .sum());
        assertThat(rows("SELECT num_row_groups, num_rows FROM parquet_file_metadata('" + file + "')"))
                .containsExactly("3|21487");
    }

    @Test
    void tellsTheRangeOfNumbersSoThatReadersCanSkip() throws Exception {
        Path file = write(numbers(5, 10));

        assertThat(rows("SELECT stats_min_value, stats_max_value, stats_null_count FROM parquet_metadata('" + file
                        + "') WHERE path_in_schema = 'n'"))
                .containsExactly("5|14|0");
        assertThat(rows("SELECT n FROM " + scan(file) + " WHERE n > 12")).containsExactly("13", "14");
        assertThat(rows("SELECT n FROM " + scan(file) + " WHERE n > 100")).isEmpty();
    }

    @Test
    void letsALaterPartHaveMoreColumns() throws Exception {
        Path first = write(numbers(0, 2));
        TableBatch grown = numbers(2, 2);
        longs(grown, "more", DataType.DOUBLE, bits(0.5), null);
        Path second = write(grown);

        assertThat(rows("SELECT n, more FROM read_parquet(['" + first + "','" + second
                        + "'], union_by_name=true) ORDER BY n"))
                .containsExactly("0|null", "1|null", "2|0.5", "3|null");
    }

    @Test
    void keepsAnyPatternOfGaps() throws Exception {
        Random random = new Random(7);
        for (int rows : new int[] {1, 7, 8, 9, 63, 64, 65, 1000}) {
            TableBatch batch = new TableBatch("t");
            Long[] values = IntStream.range(0, rows)
                    .mapToObj(i -> random.nextInt(3) == 0 ? null : random.nextLong())
                    .toArray(Long[]::new);
            longs(batch, "n", DataType.BIGINT, values);
            Path file = write(batch);

            assertThat(rows("SELECT n FROM " + scan(file)))
                    .containsExactlyElementsOf(
                            java.util.Arrays.stream(values).map(String::valueOf).toList());
        }
    }

    @Test
    void writesValuesLargerThanItsBuffer() throws Exception {
        TableBatch batch = new TableBatch("t");
        texts(batch, "text", DataType.TEXT, "x".repeat(700_000), "y");
        Path file = write(batch);

        assertThat(rows("SELECT length(text) FROM " + scan(file))).containsExactly("700000", "1");
    }

    @Test
    void keepsManyColumnsWithOddNames() throws Exception {
        TableBatch batch = new TableBatch("t");
        for (int i = 0; i < 500; i++) {
            longs(batch, "Spalte \"ä\" " + i, DataType.BIGINT, (long) i);
        }
        Path file = write(batch);

        assertThat(rows("SELECT * FROM " + scan(file)))
                .containsExactly(
                        IntStream.range(0, 500).mapToObj(String::valueOf).collect(Collectors.joining("|")));
    }

    @Test
    void tellsLengthAndChecksumOfTheFile() throws Exception {
        Path file = folder.resolve("checked.parquet");
        TableBatch batch = numbers(0, 100_000);
        WrittenFile written;
        try (ParquetWriter writer = ParquetWriter.create(file, columns(batch), packer)) {
            writer.write(batch);
            written = writer.finish();
        }
        byte[] content = Files.readAllBytes(file);
        CRC32C checksum = new CRC32C();
        checksum.update(content);

        assertThat(written).isEqualTo(new WrittenFile(100_000, content.length, checksum.getValue()));
    }

    @Test
    void tellsTheCompressionAndBothSizesOfEachChunk() throws Exception {
        TableBatch batch = new TableBatch("t");
        texts(batch, "text", DataType.TEXT, "x".repeat(700_000), "y");
        Path file = write(batch);

        assertThat(rows("SELECT compression, total_uncompressed_size > 700000, total_compressed_size > 700000"
                        + " FROM parquet_metadata('" + file + "')"))
                .containsExactly(compression == PackageCompression.ZSTD ? "ZSTD|true|false" : "UNCOMPRESSED|true|true");
    }

    @Test
    void refusesBatchesWithOtherColumns() throws Exception {
        try (ParquetWriter writer = ParquetWriter.create(folder.resolve("x.parquet"), columns(numbers(0, 1)), packer)) {
            TableBatch grown = numbers(0, 1);
            longs(grown, "more", DataType.DOUBLE, bits(0.5));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.write(grown));
        }
    }

    private Path write(TableBatch batch) throws IOException {
        Path file = Files.createTempDirectory(folder, "part").resolve("part.parquet");
        try (ParquetWriter writer = ParquetWriter.create(file, columns(batch), packer)) {
            writer.write(batch);
            writer.finish();
        }
        return file;
    }

    private static List<ParquetColumn> columns(TableBatch batch) {
        return batch.columns().stream()
                .map(column -> new ParquetColumn(column.name(), column.type(), true))
                .toList();
    }

    private static TableBatch numbers(int from, int count) {
        TableBatch batch = new TableBatch("t");
        longs(
                batch,
                "n",
                DataType.BIGINT,
                IntStream.range(from, from + count).mapToObj(Long::valueOf).toArray(Long[]::new));
        ColumnBuffer odd = batch.add(ColumnBuffer.of("odd", DataType.TEXT));
        for (int row = 0; row < count; row++) {
            if ((from + row) % 2 == 1) {
                byte[] text = ("t" + (from + row)).getBytes(UTF_8);
                odd.putBytes(row, text, 0, text.length);
            }
        }
        return batch;
    }

    private static void longs(TableBatch batch, String name, DataType type, @Nullable Long... values) {
        ColumnBuffer column = batch.add(ColumnBuffer.of(name, type));
        for (int row = 0; row < values.length; row++) {
            if (values[row] != null) {
                column.putLong(row, values[row]);
            }
        }
        addRows(batch, values.length);
    }

    private static void texts(TableBatch batch, String name, DataType type, @Nullable String... values) {
        ColumnBuffer column = batch.add(ColumnBuffer.of(name, type));
        for (int row = 0; row < values.length; row++) {
            if (values[row] != null) {
                byte[] text = values[row].getBytes(UTF_8);
                column.putBytes(row, text, 0, text.length);
            }
        }
        addRows(batch, values.length);
    }

    private static void addRows(TableBatch batch, int rows) {
        while (batch.rows() < rows) {
            batch.addRow();
        }
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static String scan(Path file) {
        return "read_parquet('" + file + "')";
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (" + sql + ")")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    private static int occurrences(Path file, String text) throws IOException {
        String content = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        return content.split(java.util.regex.Pattern.quote(text), -1).length - 1;
    }
}
