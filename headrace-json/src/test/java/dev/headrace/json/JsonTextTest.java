package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @Test
    void writesCompactly() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(1L, 1.0, null, true, "é"));
        map.put("a", Map.of());
        map.put("big", new BigInteger("18446744073709551616"));
        assertThat(JsonText.write(map))
                .isEqualTo("{\"b\":[1,1.0,null,true,\"é\"],\"a\":{},\"big\":18446744073709551616}");
    }

    @Test
    void sortsKeysAtEveryDepthWhenAsked() {
        Object value = JsonTree.parse("{\"b\":[{\"z\":1,\"y\":2}],\"a\":{\"d\":1,\"c\":2}}");
        assertThat(JsonText.writeSorted(value)).isEqualTo("{\"a\":{\"c\":2,\"d\":1},\"b\":[{\"y\":2,\"z\":1}]}");
    }

    @Test
    void escapesOnlyWhatMustBeEscaped() {
        assertThat(JsonText.write("é\u2028\u007f\0\u001f\b\f\n\r\t\"\\/"))
                .isEqualTo("\"é\u2028\u007f\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\/\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "-2.5, -2.5",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "123456789012345680.0, 1.2345678901234568e+17",
        "1e20, 1e+20",
        "1e22, 1e+22",
        "1e23, 1e+23",
        "2e23, 2e+23",
        "1e-4, 0.0001",
        "1e-5, 0.00001",
        "1.5e-5, 0.000015",
        "1e-6, 1e-6",
        "1.5e-7, 1.5e-7",
        "5e-324, 5e-324",
        "1e-323, 1e-323",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "123456789.123, 123456789.123",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "1234567890123456.8, 1234567890123456.8",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740993.0, 9007199254740992.0",
        "NaN, null",
        "Infinity, null",
        "2.0e-3, 0.002",
        "0.30000000000000004, 0.30000000000000004",
        "100.0, 100.0",
        "2.98023223876953125e-8, 2.9802322387695312e-8"
    })
    void writesDoublesInTheFewestDigits(double value, String text) {
        assertThat(JsonText.write(value)).isEqualTo(text);
    }

    @Test
    void doublesReadBackAsTheyWere() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(JsonText.write(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> JsonText.write(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void refusesAListThatContainsItself() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> JsonText.write(list)).isInstanceOf(IllegalArgumentException.class);
    }
}
