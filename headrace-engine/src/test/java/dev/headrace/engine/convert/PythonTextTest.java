package dev.headrace.engine.convert;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "0, 0.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "1276.37, 1276.37",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.000012, 1.2e-05",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "123456789012345678, 1.2345678901234568e+17",
        "9999999999999998, 9999999999999998.0",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "5e-324, 5e-324",
        "2e23, 2e+23",
        "-2.5, -2.5",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf",
    })
    void spellsNumbersLikePython(double value, String text) {
        assertThat(PythonText.of(value)).isEqualTo(text);
    }

    @Test
    void spellsTruthLikePython() {
        assertThat(PythonText.of(true)).isEqualTo("True");
        assertThat(PythonText.of(false)).isEqualTo("False");
    }

    @Property
    void spellsNumbersSoThatTheyReadBack(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(PythonText.of(value))).isEqualTo(value);
        }
    }
}
