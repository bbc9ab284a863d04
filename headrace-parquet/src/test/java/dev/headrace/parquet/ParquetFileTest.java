package dev.headrace.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.parquet.PagePacker;
import dev.headrace.engine.parquet.ParquetColumn;
import dev.headrace.engine.parquet.ParquetWriter;
import dev.headrace.load.PackageCompression;
import dev.headrace.schema.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the writer of load packages. */
@ParameterizedClass
@EnumSource(PackageCompression.class)
final class ParquetFileTest {

    private static final List<DataType> TYPES =
            List.of(DataType.BIGINT, DataType.BOOL, DataType.DOUBLE, DataType.DATE, DataType.TEXT, DataType.JSON);

    /** 2147483647 as numbers are written in headers. */
    private static final byte[] LARGEST_NUMBER = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @AutoClose
    private final @Nullable PagePacker packer;

    ParquetFileTest(PackageCompression compression) {
        packer = PagePacker.of(compression);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsWhatWasWritten(long seed) throws IOException {
        System.out.println("Seed " + seed);
        Random random = new Random(seed);
        List<List<List<@Nullable Object>>> groups = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            groups.add(group(random, 1 + random.nextInt(3000)));
        }
        assertThat(readAll(write(groups))).isEqualTo(groups);
    }

    /** For each type a list of values. */
    private static List<List<@Nullable Object>> group(Random random, int rows) {
        List<List<@Nullable Object>> columns = new ArrayList<>();
        for (DataType type : TYPES) {
            int kinds = List.of(1, 2, 5, 900, 1_000_000).get(random.nextInt(5));
            double gaps = List.of(0.0, 0.3, 1.0).get(random.nextInt(3));
            columns.add(values(rows, row -> random.nextDouble() < gaps ? null : value(type, random, kinds)));
        }
        return columns;
    }

    private static List<@Nullable Object> values(int rows, IntFunction<@Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(value.apply(i));
        }
        return values;
    }

    private static Object value(DataType type, Random random, int kinds) {
        return switch (type) {
            case BOOL -> (long) random.nextInt(2);
            case DATE -> (long) random.nextInt();
            case TEXT, JSON -> "ü" + random.nextInt(kinds);
            default -> random.nextLong();
        };
    }

    private Path write(List<List<List<@Nullable Object>>> groups) throws IOException {
        Path file = folder.resolve("t.parquet");
        List<ParquetColumn> columns = TYPES.stream()
                .map(type -> new ParquetColumn(type.label(), type, true))
                .toList();
        try (ParquetWriter writer = ParquetWriter.create(file, columns, packer)) {
            for (List<List<@Nullable Object>> group : groups) {
                TableBatch batch = new TableBatch("t");
                TYPES.forEach(type -> batch.add(ColumnBuffer.of(type.label(), type)));
                for (int row = 0; row < group.get(0).size(); row++) {
                    batch.addRow();
                    for (int i = 0; i < TYPES.size(); i++) {
                        put(batch.columns().get(i), row, group.get(i).get(row));
                    }
                }
                writer.write(batch);
            }
            writer.finish();
        }
        return file;
    }

    private static void put(ColumnBuffer column, int row, @Nullable Object value) {
        if (value instanceof Long number) {
            column.putLong(row, number);
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(UTF_8);
            column.putBytes(row, bytes, 0, bytes.length);
        }
    }

    private static List<List<List<@Nullable Object>>> readAll(Path file) throws IOException {
        List<List<List<@Nullable Object>>> groups = new ArrayList<>();
        try (ParquetFile parquet = ParquetFile.open(file)) {
            for (int i = 0; i < parquet.groups(); i++) {
                RowGroup group = parquet.read(i);
                List<List<@Nullable Object>> columns = new ArrayList<>();
                for (ColumnValues column : group.columns()) {
                    columns.add(values(group.rows(), row -> column.next() ? value(column) : null));
                }
                groups.add(columns);
            }
        }
        return groups;
    }

    private static Object value(ColumnValues column) {
        if (column.type() != FieldType.BYTES) {
            return column.number();
        }
        return new String(column.bytes(), column.start(), column.length(), UTF_8);
    }

    @Test
    void readsConstantsOfSeveralGroups() throws IOException {
        assertThat(readAll(writeConstants()))
                .containsExactly(List.of(List.of("1.5", "1.5")), List.of(List.of("1.5", "1.5")));
    }

    private Path writeConstants() throws IOException {
        Path file = folder.resolve("constant.parquet");
        try (ParquetWriter writer =
                ParquetWriter.create(file, List.of(new ParquetColumn("load", DataType.TEXT, false)), packer)) {
            for (int group = 0; group < 2; group++) {
                TableBatch batch = new TableBatch("t");
                batch.add(ColumnBuffer.constantText("load", "1.5"));
                batch.addRow();
                batch.addRow();
                writer.write(batch);
            }
            writer.finish();
        }
        return file;
    }

    @Test
    void tellsTheFields() throws IOException {
        try (ParquetFile parquet = ParquetFile.open(write(List.of(group(new Random(0), 1))))) {
            assertThat(parquet.fields())
                    .contains(new ParquetField("bigint", FieldType.INT64), new ParquetField("text", FieldType.BYTES));
        }
    }

    /** Whoever wants to know whether bytes have changed compares checksums; here it matters that nothing worse happens. */
    @Test
    void isAtWorstUnreadableWhereverBytesHaveChanged() throws IOException {
        for (Path written : List.of(write(List.of(group(new Random(3), 40))), writeConstants())) {
            byte[] whole = Files.readAllBytes(written);
            changeEverywhere(whole, folder.resolve("changed.parquet"));
        }
    }

    private static void changeEverywhere(byte[] whole, Path file) throws IOException {
        for (int at = 0; at < whole.length; at++) {
            for (byte[] other : List.of(new byte[] {0}, new byte[] {(byte) (whole[at] ^ 1)}, LARGEST_NUMBER)) {
                byte[] changed = whole.clone();
                System.arraycopy(other, 0, changed, at, Math.min(other.length, changed.length - at));
                Files.write(file, changed);
                readGroups(file);
            }
        }
    }

    private static void readGroups(Path file) {
        try (ParquetFile parquet = ParquetFile.open(file)) {
            for (int group = 0; group < parquet.groups(); group++) {
                parquet.read(group);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(file.toString());
        }
    }

    @Test
    void namesTheColumnOfADamagedPage() throws IOException {
        byte[] changed = Files.readAllBytes(write(List.of(group(new Random(3), 3000))));
        Arrays.fill(changed, 4, 100, (byte) 0);
        Path file = folder.resolve("damaged.parquet");
        Files.write(file, changed);

        try (ParquetFile parquet = ParquetFile.open(file)) {
            assertThatThrownBy(() -> parquet.read(0))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + " cannot be read")
                    .hasMessageContaining(": column 'bigint': ");
        }
    }

    @Test
    void refusesWhatIsNoSuchFile() throws IOException {
        byte[] whole = Files.readAllBytes(write(List.of(group(new Random(0), 100))));
        Path file = folder.resolve("broken.parquet");
        for (byte[] broken : List.of(new byte[0], new byte[100], Arrays.copyOf(whole, whole.length - 1))) {
            Files.write(file, broken);
            assertThatThrownBy(() -> ParquetFile.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broken.parquet");
        }
    }
}
