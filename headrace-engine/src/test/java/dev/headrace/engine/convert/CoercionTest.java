package dev.headrace.engine.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.schema.DataType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One cell of the reference's matrix after the other; {@code -} is "does not fit". */
class CoercionTest {

    private final Coercion coercion = new Coercion();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            text;      some text;               some text
            text;      '';                      ''
            bigint;    1;                       1
            bigint;    ' 9 ';                   9
            bigint;    +5;                      5
            bigint;    -1;                      -1
            bigint;    1_000;                   1000
            bigint;    1__0;                    -
            bigint;    _1;                      -
            bigint;    ٣٤;                      34
            bigint;    0xff;                    255
            bigint;    -0xff;                   -
            bigint;    1.5;                     -
            bigint;    5.0;                     -
            bigint;    1e3;                     -
            bigint;    '';                      -
            bigint;    ' ';                     -
            bigint;    9223372036854775807;     9223372036854775807
            bigint;    9223372036854775808;     -
            bigint;    -9223372036854775808;    -9223372036854775808
            double;    1.5;                     1.5
            double;    ' -1e3 ';                -1000.0
            double;    .5;                      0.5
            double;    5.;                      5.0
            double;    1_0.5;                   10.5
            double;    0x10;                    16.0
            double;    nan;                     -
            double;    inf;                     -
            double;    1e999;                   -
            double;    1d;                      -
            double;    .;                       -
            double;    '';                      -
            bool;      yes;                     1
            bool;      TRUE;                    1
            bool;      t;                       1
            bool;      Y;                       1
            bool;      1;                       1
            bool;      no;                      0
            bool;      False;                   0
            bool;      f;                       0
            bool;      N;                       0
            bool;      0;                       0
            bool;      on;                      -
            bool;      off;                     -
            bool;      ' yes';                  -
            bool;      '';                      -
            decimal;   12.50;                   12.50
            decimal;   1e3;                     1000
            decimal;   0x1f;                    31
            decimal;   nan;                     -
            decimal;   1e999999999;             -
            decimal;   x;                       -
            wei;       115792089237316195423570985008687907853269984665640564039457584007913129639935; \
            115792089237316195423570985008687907853269984665640564039457584007913129639935
            wei;       115792089237316195423570985008687907853269984665640564039457584007913129639936; -
            timestamp; 2024-01-15T10:00:00Z;    1705312800000000
            timestamp; 2024-01-15;              1705276800000000
            timestamp; 1705312800;              1705312800000000
            timestamp; 1.5;                     1500000
            timestamp; 1e3;                     1000000000
            timestamp; -5;                      -5000000
            timestamp; 1705312800000;           -
            timestamp; 0x10;                    -
            timestamp; soon;                    -
            timestamp; '';                      -
            date;      2024-01-15;              19737
            date;      2024-01-15T23:00:00-05:00; 19737
            date;      1705312800;              19737
            date;      -1;                      -1
            date;      x;                       -
            time;      10:00:00;                36000000000
            time;      24:00;                   -
            time;      2024-01-15T10:00:00Z;    -
            binary;    0x0aFF;                  hex 0aff
            binary;    AQI=;                    hex 0102
            binary;    AQI;                     -
            binary;    '';                      hex
            binary;    no base;                 -
            binary;    0x0;                     -
            json;      '{"a": [1]}';            '{"a": [1]}'
            json;      1;                       1
            json;      '"x"';                   '"x"'
            json;      x;                       -
            json;      '';                      -
            """)
    void bringsText(String target, String value, String expected) {
        byte[] bytes = ("<" + value + ">").getBytes(UTF_8);
        DataType type = type(target);

        check(type, coercion.fromText(type, bytes, 1, bytes.length - 1), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "text, 1, 1",
        "text, -1, -1",
        "bigint, 1, 1",
        "double, 2, 2.0",
        "bool, 2, 1",
        "bool, 0, 0",
        "decimal, 5, 5",
        "wei, 5, 5",
        "timestamp, 1705312800, 1705312800000000",
        "timestamp, 1705312800000, -",
        "timestamp, -9223372036854775808, -",
        "date, 1705312800, 19737",
        "time, 1, -",
        "binary, 0, hex",
        "binary, 258, hex 0201",
        "binary, 9223372036854775807, hex ffffffffffffff7f",
        "binary, -1, -",
        "json, 1, -",
    })
    void bringsIntegers(String target, long value, String expected) {
        check(type(target), coercion.fromLong(type(target), value), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "text, 1.0, 1.0",
        "text, 1e16, 1e+16",
        "bigint, 2.0, 2",
        "bigint, 2.5, -",
        "bigint, 9.3e18, -",
        "bigint, NaN, -",
        "double, 2.5, 2.5",
        "bool, 0.5, 1",
        "bool, 0.0, 0",
        "decimal, 1276.37, 1276.3699999999998908606357872486114501953125",
        "decimal, NaN, -",
        "wei, 2.0, 2",
        "timestamp, 1705312800.123456, 1705312800123456",
        "timestamp, 0.3, 300000",
        "timestamp, 1e300, -",
        "timestamp, Infinity, -",
        "date, 1705312800.5, 19737",
        "time, 1.0, -",
        "binary, 1.0, -",
        "json, 1.0, -",
    })
    void bringsNumbers(String target, double value, String expected) {
        check(type(target), coercion.fromDouble(type(target), value), expected);
    }

    @Test
    void bringsTruthOnlyIntoTextAndBool() {
        check(DataType.TEXT, coercion.fromBool(DataType.TEXT, true), "True");
        check(DataType.TEXT, coercion.fromBool(DataType.TEXT, false), "False");
        check(DataType.BOOL, coercion.fromBool(DataType.BOOL, true), "1");
        assertThat(targetsThat(type -> coercion.fromBool(type, true))).containsOnly(DataType.TEXT, DataType.BOOL);
    }

    @Test
    void bringsObjectsOnlyIntoTextAndJson() {
        byte[] json = "{\"a\":1}".getBytes(UTF_8);
        check(DataType.JSON, coercion.fromJson(DataType.JSON, json, 0, json.length), "{\"a\":1}");
        check(DataType.TEXT, coercion.fromJson(DataType.TEXT, json, 0, json.length), "{\"a\":1}");
        assertThat(targetsThat(type -> coercion.fromJson(type, json, 0, json.length)))
                .containsOnly(DataType.TEXT, DataType.JSON);
    }

    private static Set<DataType> targetsThat(Predicate<DataType> fits) {
        Set<DataType> targets = EnumSet.noneOf(DataType.class);
        Arrays.stream(DataType.values()).filter(fits).forEach(targets::add);
        return targets;
    }

    private void check(DataType type, boolean fits, String expected) {
        assertThat(fits ? result(type) : "-").isEqualTo(expected);
    }

    private String result(DataType type) {
        return switch (type) {
            case BIGINT, BOOL, TIMESTAMP, DATE, TIME -> Long.toString(coercion.longValue());
            case DOUBLE -> Double.toString(Double.longBitsToDouble(coercion.longValue()));
            case BINARY ->
                ("hex " + HexFormat.of().formatHex(coercion.bytes(), coercion.start(), coercion.end())).strip();
            default -> new String(coercion.bytes(), coercion.start(), coercion.end() - coercion.start(), UTF_8);
        };
    }

    private static DataType type(String label) {
        return DataType.ofLabel(label).orElseThrow();
    }
}
