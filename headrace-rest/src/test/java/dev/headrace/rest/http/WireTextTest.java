package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTextTest {

    @ParameterizedTest
    @CsvSource({
        "2.0, 2.0",
        "10000000000.0, 10000000000.0",
        "0.1, 0.1",
        "-0.25, -0.25",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e300, 1.5e+300",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "-1.25e-7, -1.25e-07",
        "2e-44, 2e-44",
        "2e23, 2e+23",
        "0.30000000000000004, 0.30000000000000004",
        "-0.0, -0.0",
        "4.9e-324, 5e-324",
    })
    void writesFractionsAsPythonDoes(double value, String text) {
        assertThat(WireText.of(value)).isEqualTo(text);
    }

    @Test
    void writesOtherScalarsAsTheyAre() {
        assertThat(WireText.of(123456789012345678L)).isEqualTo("123456789012345678");
        assertThat(WireText.of(new BigInteger("123456789012345678901"))).isEqualTo("123456789012345678901");
        assertThat(WireText.of(false)).isEqualTo("false");
        assertThat(WireText.of("é x")).isEqualTo("é x");
    }
}
