package dev.headrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresTypesTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, varchar",
        "DOUBLE, double precision",
        "BOOL, boolean",
        "TIMESTAMP, timestamp with time zone",
        "BIGINT, bigint",
        "BINARY, bytea",
        "JSON, jsonb",
        "DECIMAL, 'numeric(38,9)'",
        "WEI, 'numeric(156,78)'",
        "DATE, date",
        "TIME, time without time zone"
    })
    void areThoseOfDlt(DataType type, String expected) {
        assertThat(PostgresTypes.of(ColumnSchema.of("c", type))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 64, varchar(64)",
        "BIGINT, 8, smallint",
        "BIGINT, 16, smallint",
        "BIGINT, 32, integer",
        "BIGINT, 33, bigint",
        "TIMESTAMP, 3, timestamp(3) with time zone",
        "TIME, 0, time(0) without time zone"
    })
    void followThePrecision(DataType type, long precision, String expected) {
        assertThat(PostgresTypes.of(ColumnSchema.of("c", type).with(Hints.PRECISION, precision)))
                .isEqualTo(expected);
    }

    @Test
    void followTheZoneOfTimestampsAndTheScaleOfDecimals() {
        ColumnSchema time = ColumnSchema.of("c", DataType.TIMESTAMP).with(Hints.TIMEZONE, false);
        ColumnSchema decimal = ColumnSchema.of("c", DataType.DECIMAL).with(Hints.PRECISION, 6L);

        assertThat(PostgresTypes.of(time)).isEqualTo("timestamp without time zone");
        assertThat(PostgresTypes.of(decimal)).isEqualTo("numeric(6,6)");
        assertThat(PostgresTypes.of(decimal.with(Hints.SCALE, 2L))).isEqualTo("numeric(6,2)");
    }

    @ParameterizedTest
    @CsvSource({"BIGINT, 128, at most 64", "DECIMAL, 1001, 1 to 1000", "TIMESTAMP, 9, 0 to 6", "TEXT, 0, 1 to"})
    void endWherePostgresEnds(DataType type, long precision, String advice) {
        ColumnSchema column = ColumnSchema.of("amount", type).with(Hints.PRECISION, precision);

        assertThatThrownBy(() -> PostgresTypes.of(column))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("'amount'")
                .hasMessageContaining(advice);
    }
}
