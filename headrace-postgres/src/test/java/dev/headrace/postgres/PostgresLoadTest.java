package dev.headrace.postgres;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.DestinationTest;
import dev.headrace.testkit.postgres.PostgresServer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL does: its types, values it cannot take, tables that were not made here. */
final class PostgresLoadTest extends DestinationTest {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    private PostgresProbe postgres() {
        return (PostgresProbe) probe();
    }

    private static TableSchema table(WriteDisposition disposition, ColumnSchema... columns) {
        return root("t", disposition, columns);
    }

    private static TableSchema appended(ColumnSchema... columns) {
        return table(WriteDisposition.append(), columns);
    }

    @Test
    void keepsAnyDecimal() {
        ColumnSchema wide = ColumnSchema.of("c", DataType.DECIMAL)
                .with(Hints.PRECISION, 200L)
                .with(Hints.SCALE, 60L);
        Random random = new Random(5);
        List<BigDecimal> values = new ArrayList<>(List.of(
                new BigDecimal("0"), new BigDecimal("-0.5"), new BigDecimal("10000"), new BigDecimal("0.00001")));
        for (int i = 0; i < 2000; i++) {
            values.add(new BigDecimal(new BigInteger(random.nextInt(300), random), random.nextInt(60))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        values.forEach(value -> rows.add(row("c", value, "_dlt_id", "r")));
        TableSchema table = appended(wide);
        load(script("1.1").rows(table, table.completeColumns(), rows));

        assertThat(values("t", "c"))
                .containsExactlyInAnyOrderElementsOf(values.stream()
                        .<Object>map(value -> value.setScale(60, RoundingMode.UNNECESSARY))
                        .toList());
    }

    @Test
    void keepsNumbersOfFewBits() {
        TableSchema table =
                appended(bigint("s").with(Hints.PRECISION, 16L), bigint("i").with(Hints.PRECISION, 32L));
        load(script("1.1").rows(table, row("s", -32768L, "i", 2147483647L, "_dlt_id", "r1")));

        assertThat(values("t", "s")).containsExactly(-32768L);
        assertThat(values("t", "i")).containsExactly(2147483647L);
        assertThatThrownBy(() -> load(script("1.2")
                        .rows(table, row("s", 1L, "i", 1L, "_dlt_id", "r2"), row("s", 32768L, "_dlt_id", "r3"))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("table 't'")
                .hasMessageContaining("column 's' of row 2")
                .hasMessageContaining("32768 is too large for smallint");
    }

    @Test
    void keepsTimestampsWithoutZone() {
        ColumnSchema column = ColumnSchema.of("c", DataType.TIMESTAMP).with(Hints.TIMEZONE, false);
        LocalDateTime time = LocalDateTime.of(1999, 12, 31, 23, 59, 59, 123_456_000);
        load(script("1.1").rows(appended(column), row("c", time, "_dlt_id", "r1")));

        assertThat(values("t", "c")).containsExactly(time);
    }

    @Test
    void countsSmallTablesAndEstimatesLargeOnes() {
        TableSchema table = appended(bigint("id"), text("title"));
        List<TableResult> small = load(script("1.1").rows(table, row("id", 1L, "title", "a", "_dlt_id", "r1")));
        postgres()
                .execute("ALTER TABLE ds.t ALTER COLUMN title SET STORAGE PLAIN;"
                        + "INSERT INTO ds.t (id, title, _dlt_load_id, _dlt_id) SELECT n, repeat('x', 7000), '1', n::text"
                        + " FROM generate_series(1, 20000) n; ANALYZE ds.t");
        List<TableResult> large = load(script("1.2").rows(table, row("id", 2L, "title", "b", "_dlt_id", "r2")));

        assertThat(small).singleElement().satisfies(result -> {
            assertThat(result.rowsNow()).isEqualTo(1);
            assertThat(result.estimated()).isFalse();
        });
        assertThat(large).singleElement().satisfies(result -> {
            assertThat(result.rowsNow()).isBetween(18_000L, 22_000L);
            assertThat(result.estimated()).isTrue();
        });
    }

    @Test
    void namesTextsWithNul() {
        TableSchema table = appended(bigint("id"), text("title"));
        assertThatThrownBy(() -> load(script("1.1")
                        .rows(
                                table,
                                row("id", 1L, "title", "fine", "_dlt_id", "r1"),
                                row("id", 2L, "title", "bro\0ken", "_dlt_id", "r2"))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("table 't'")
                .hasMessageContaining("column 'title' of row 2: 'bro\\u0000ken' has a NUL character")
                .hasMessageContaining("processing step");
        assertThat(probe().columns(DATASET, "t")).isEmpty();
    }

    @Test
    void namesJsonWithNul() {
        TableSchema table = appended(ColumnSchema.of("j", DataType.JSON));
        assertThatThrownBy(() -> load(script("1.1")
                        .rows(
                                table,
                                row("j", "[\"\\\\u0000\"]", "_dlt_id", "r1"),
                                row("j", "[\"\\u0000\"]", "_dlt_id", "r2"))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("column 'j' of row 2: '[\"\\u0000\"]' has a NUL character");
    }

    @Test
    void namesTextsThatAreTooLong() {
        TableSchema table = appended(text("title").with(Hints.PRECISION, 3L));
        assertThatThrownBy(() -> load(script("1.1")
                        .rows(table, row("title", "abc", "_dlt_id", "r1"), row("title", "abcd", "_dlt_id", "r2"))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("too long for type character varying(3)")
                .hasMessageContaining("column 'title' of row 2");
    }

    @Test
    void fillsTablesWhoseColumnsHaveOtherTypes() {
        postgres()
                .execute("CREATE SCHEMA ds; CREATE TABLE ds.t (id numeric, j json, title text, at timestamp,"
                        + " _dlt_load_id text NOT NULL, _dlt_id text UNIQUE NOT NULL)");
        TableSchema table = appended(
                bigint("id"),
                ColumnSchema.of("j", DataType.JSON),
                text("title"),
                ColumnSchema.of("at", DataType.TIMESTAMP));
        Instant at = Instant.parse("2024-01-15T10:00:00Z");
        load(script("1.1").rows(table, row("id", 7L, "j", "{\"a\":1}", "title", "x", "at", at, "_dlt_id", "r1")));

        assertThat(values("t", "id")).containsExactly(new BigDecimal(7));
        assertThat(values("t", "j")).containsExactly("{\"a\": 1}");
        assertThat(values("t", "at")).containsExactly(LocalDateTime.of(2024, 1, 15, 10, 0));
    }

    @Test
    void tellsOfColumnsThatCannotTakeTheValues() {
        postgres().execute("CREATE SCHEMA ds; CREATE TABLE ds.t (title bigint, _dlt_load_id text, _dlt_id text)");
        assertThatThrownBy(() -> load(script("1.1").rows(appended(text("title")), row("title", "x", "_dlt_id", "r1"))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("\"title\" is of type bigint but expression is of type character varying");
    }

    @Test
    void loadsIntoADatasetThatOnlyOthersMayMake() {
        postgres()
                .execute("DROP ROLE IF EXISTS loader; CREATE ROLE loader LOGIN; CREATE SCHEMA ds AUTHORIZATION loader");
        TableSchema table = appended(bigint("id"));
        LoadPackage loadPackage =
                script("1.1").rows(table, row("id", 1L, "_dlt_id", "r1")).write();
        Postgres destination =
                Postgres.url(PostgresServer.url("loader", postgres().database()));
        try (DestinationSession session = destination.open(DATASET)) {
            session.load(loadPackage, event -> {});
        }
        assertThat(values("t", "id")).containsExactly(1L);

        try (DestinationSession session = destination.open("another")) {
            assertThatThrownBy(() -> session.load(loadPackage, event -> {}))
                    .isInstanceOf(DestinationException.class)
                    .hasMessageContaining("permission denied for database")
                    .hasMessageContaining("GRANT CREATE ON DATABASE");
        } finally {
            postgres().execute("DROP SCHEMA ds CASCADE; DROP ROLE loader");
        }
    }

    @Test
    void showsTheStateBeforeWhenTheConnectionIsLostInALoad() {
        TableSchema table = appended(key("id", DataType.BIGINT));
        load(script("1.1").rows(table, row("id", 1L, "_dlt_id", "r1")));
        LoadPackage second =
                script("1.2").rows(table, row("id", 2L, "_dlt_id", "r2")).write();

        try (DestinationSession session = probe().destination().open(DATASET)) {
            assertThatThrownBy(() -> session.load(second, event -> {
                        if (event instanceof RunEvent.TableLoaded) {
                            loseConnections();
                        }
                    }))
                    .isInstanceOf(DestinationException.class)
                    .hasMessageContaining("run again");
        }
        assertThat(values("t", "id")).containsExactly(1L);
        try (DestinationSession session = probe().destination().open(DATASET)) {
            assertThat(session.hasLoaded(new LoadId("1.2"))).isFalse();
        }
    }

    private void loseConnections() {
        postgres()
                .execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                        + " WHERE application_name = 'headrace'");
    }

    @Test
    void copiesTablesWiderAndTextsLongerThanItsBuffer() {
        List<ColumnSchema> columns = new ArrayList<>();
        Map<String, @Nullable Object> row = row("_dlt_id", "r1");
        for (int i = 0; i < 300; i++) {
            columns.add(text("c" + i));
            row.put("c" + i, String.valueOf(i).repeat(i * 10));
        }
        row.put("c7", "ü".repeat(500_000));
        load(script("1.1").rows(appended(columns.toArray(ColumnSchema[]::new)), row));

        assertThat(values("t", "c7")).containsExactly("ü".repeat(500_000));
        assertThat(values("t", "c299")).containsExactly("299".repeat(2990));
    }

    @Test
    void mergesTablesWhoseNamesAreAsLongAsNamesMayBe() {
        String name = "t".repeat(63);
        TableSchema table =
                root(name, WriteDisposition.merge(), key("id", DataType.BIGINT), bigint("headrace_position"));
        load(script("1.1").rows(table, row("id", 1L, "headrace_position", 1L, "_dlt_id", "r1")));
        load(script("1.2")
                .rows(
                        table,
                        row("id", 1L, "headrace_position", 2L, "_dlt_id", "r2"),
                        row("id", 1L, "headrace_position", 3L, "_dlt_id", "r3")));

        assertThat(values(name, "headrace_position")).containsExactly(3L);
    }
}
