package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.headrace.destination.DestinationSession;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Awkward values of every type come back as they went in. */
public abstract class TypeContract extends DestinationTest {

    @Test
    void keepsTexts() {
        roundTrips(
                ColumnSchema.of("c", DataType.TEXT),
                "",
                " a ",
                "攻殻機動隊 😂",
                "it's \"q\" \\ \n\t",
                "x".repeat(100_000),
                "NULL",
                null);
    }

    @Test
    void keepsIntegers() {
        roundTrips(
                ColumnSchema.of("c", DataType.BIGINT),
                0L,
                -1L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                9007199254740993L,
                null);
    }

    @Test
    void keepsDoubles() {
        roundTrips(
                ColumnSchema.of("c", DataType.DOUBLE),
                0.1,
                -1.5e300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                null);
    }

    @Test
    void keepsBooleans() {
        roundTrips(ColumnSchema.of("c", DataType.BOOL), true, false, null);
    }

    @Test
    void keepsTimestampsWithTimeZone() {
        roundTrips(
                ColumnSchema.of("c", DataType.TIMESTAMP),
                Instant.parse("2018-10-28T01:33:17.456Z"), // this hour occurs twice in Vilnius
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                null);
    }

    @Test
    void keepsDates() {
        roundTrips(ColumnSchema.of("c", DataType.DATE), LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), null);
    }

    @Test
    void keepsTimes() {
        roundTrips(
                ColumnSchema.of("c", DataType.TIME), LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000), null);
    }

    @Test
    void keepsDecimals() {
        ColumnSchema decimal = ColumnSchema.of("c", DataType.DECIMAL);
        roundTrips(
                decimal.with(Hints.PRECISION, 10L).with(Hints.SCALE, 4L),
                new BigDecimal("1.2300"),
                new BigDecimal("-0.0001"));
        roundTrips(decimal, new BigDecimal("12345678901234567890123456789.123456789"), null);
        roundTrips(ColumnSchema.of("c", DataType.WEI), new BigDecimal("12345678901234567890123456789012345678"));
    }

    @Test
    void keepsJson() {
        roundTrips(ColumnSchema.of("c", DataType.JSON), "{\"a\": [1, 2.50, \"ü\"]}", "[]", "\"text\"", null);
    }

    @Test
    void keepsBytes() {
        ColumnSchema binary = ColumnSchema.of("c", DataType.BINARY);
        load(script("1.1").rows(table("b", binary), row("c", new byte[] {0, -1, 65}, "_dlt_id", "r1")));

        assertThat(values("b", "c"))
                .singleElement()
                .satisfies(value -> assertThat((byte[]) value).containsExactly(0, -1, 65));
    }

    @Test
    void seesNoDeviationsRightAfterALoad() {
        TableSchema all =
                root("all_types", WriteDisposition.append(), everyType().toArray(new ColumnSchema[0]));
        List<ColumnSchema> written = all.completeColumns().stream()
                .filter(column -> column.name().startsWith("_dlt_"))
                .toList();
        load(script("1.1").rows(all, written, List.of(row("_dlt_id", "r1"))));

        assertThat(deviations(all)).isEmpty();
    }

    @Test
    void seesATypeThatIsNotTheColumnsOwn() {
        load(script("1.1").rows(table("b", ColumnSchema.of("c", DataType.BIGINT)), row("c", 1L, "_dlt_id", "r1")));

        assertThat(deviations(table("b", ColumnSchema.of("c", DataType.DATE))))
                .singleElement(as(STRING))
                .startsWith("b.c has the type ");
    }

    private List<String> deviations(TableSchema table) {
        try (DestinationSession session = probe().destination().open(DATASET)) {
            return session.deviations(new Schema("s", 1, "hash", "{}", Map.of(table.name(), table)));
        }
    }

    /** Columns of every type, with every precision, scale and time zone that changes what a database makes of it. */
    private static List<ColumnSchema> everyType() {
        List<ColumnSchema> columns = new ArrayList<>();
        for (DataType type : DataType.values()) {
            columns.add(ColumnSchema.of(type.label(), type));
        }
        precisions(columns, DataType.BIGINT, 8, 16, 32, 64);
        precisions(columns, DataType.TEXT, 1, 200);
        precisions(columns, DataType.BINARY, 16);
        precisions(columns, DataType.TIMESTAMP, 0, 3, 6);
        precisions(columns, DataType.TIME, 0, 3, 6);
        precisions(columns, DataType.DECIMAL, 1, 5, 38);
        precisions(columns, DataType.WEI, 20);
        for (long digits : new long[] {0, 3, 6}) {
            columns.add(ColumnSchema.of("local_" + digits, DataType.TIMESTAMP)
                    .with(Hints.TIMEZONE, false)
                    .with(Hints.PRECISION, digits));
        }
        columns.add(ColumnSchema.of("local", DataType.TIMESTAMP).with(Hints.TIMEZONE, false));
        columns.add(ColumnSchema.of("money", DataType.DECIMAL)
                .with(Hints.PRECISION, 10L)
                .with(Hints.SCALE, 2L));
        return columns;
    }

    private static void precisions(List<ColumnSchema> columns, DataType type, long... precisions) {
        for (long precision : precisions) {
            columns.add(ColumnSchema.of(type.label() + "_" + precision, type).with(Hints.PRECISION, precision));
        }
    }

    private int tables;

    private void roundTrips(ColumnSchema column, @Nullable Object... values) {
        String name = "t" + tables++;
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(row("c", values[i], "_dlt_id", "r" + i));
        }
        TableSchema table = table(name, column);
        load(script("1." + tables).rows(table, table.completeColumns(), rows));

        assertThat(values(name, "c")).containsExactlyInAnyOrder(values);
    }

    private static TableSchema table(String name, ColumnSchema column) {
        return root(name, WriteDisposition.append(), column);
    }
}
