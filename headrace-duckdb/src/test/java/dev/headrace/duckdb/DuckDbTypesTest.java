package dev.headrace.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DuckDbTypesTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, VARCHAR",
        "DOUBLE, DOUBLE",
        "BOOL, BOOLEAN",
        "TIMESTAMP, TIMESTAMP WITH TIME ZONE",
        "BIGINT, BIGINT",
        "BINARY, BLOB",
        "JSON, JSON",
        "DECIMAL, 'DECIMAL(38,9)'",
        "WEI, 'DECIMAL(38,0)'",
        "DATE, DATE",
        "TIME, TIME"
    })
    void areThoseOfDlt(DataType type, String expected) {
        assertThat(DuckDbTypes.of(ColumnSchema.of("c", type))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8, TINYINT", "16, SMALLINT", "32, INTEGER", "33, BIGINT", "64, BIGINT", "128, HUGEINT"})
    void fitTheBitsOfIntegers(long bits, String expected) {
        assertThat(DuckDbTypes.of(ColumnSchema.of("c", DataType.BIGINT).with(Hints.PRECISION, bits)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, TIMESTAMP_S", "3, TIMESTAMP_MS", "6, TIMESTAMP", "9, TIMESTAMP_NS"})
    void fitTheDigitsOfTimestampsWithoutZone(long digits, String expected) {
        ColumnSchema column = ColumnSchema.of("c", DataType.TIMESTAMP).with(Hints.TIMEZONE, false);

        assertThat(DuckDbTypes.of(column.with(Hints.PRECISION, digits))).isEqualTo(expected);
    }

    @Test
    void followThePrecisionOfDecimals() {
        ColumnSchema column = ColumnSchema.of("c", DataType.DECIMAL).with(Hints.PRECISION, 6L);

        assertThat(DuckDbTypes.of(column)).isEqualTo("DECIMAL(6,6)");
        assertThat(DuckDbTypes.of(column.with(Hints.SCALE, 2L))).isEqualTo("DECIMAL(6,2)");
    }

    @Test
    void endWhereDuckDbEnds() {
        ColumnSchema wide = ColumnSchema.of("amount", DataType.DECIMAL).with(Hints.PRECISION, 50L);

        assertThatThrownBy(() -> DuckDbTypes.of(wide))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("'amount'")
                .hasMessageContaining("1 to 38");
    }
}
