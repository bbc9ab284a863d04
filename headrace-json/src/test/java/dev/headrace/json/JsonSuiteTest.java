package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of reading JSON accepts and refuses the same texts. */
class JsonSuiteTest {

    static List<SuiteCases.Case> cases() {
        return SuiteCases.all();
    }

    @Test
    void thereAreHundredsOfEachKind() {
        assertThat(cases().stream().filter(SuiteCases.Case::accepted)).hasSizeGreaterThan(150);
        assertThat(cases().stream().filter(c -> !c.accepted())).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scannerAndTreeAgree(SuiteCases.Case one) {
        assertThat(Scans.accepts(one.text())).isEqualTo(one.accepted());
        assertThat(Scans.parses(one.text())).isEqualTo(one.accepted());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingDependsOnWhereTheTextStands(SuiteCases.Case one) {
        for (int before = 0; before < Long.BYTES; before++) {
            for (char around : "\"\\]0".toCharArray()) {
                assertThat(accepts(one.text(), before, (byte) around)).isEqualTo(one.accepted());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsAcceptedIsReadAsItIsWritten(SuiteCases.Case one) {
        if (one.accepted()) {
            Object value = JsonTree.parse(one.text(), 0, one.text().length).toJava();
            byte[] again = JsonText.write(value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            if (Double.isFinite(largest(value))) {
                assertThat(JsonTree.parse(again, 0, again.length).toJava()).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theQuickCountOfAListIsThatOfItsElements(SuiteCases.Case one) {
        JsonScanner scanner = Scans.of(one.text());
        try {
            int count = scanner.skimArray();
            if (one.accepted()) {
                JsonArray list = (JsonArray) JsonTree.parse(one.text(), 0, one.text().length);
                assertThat(count).isEqualTo(list.elements().size());
            }
        } catch (JsonSyntaxException e) {
            assertThat(one.accepted() && Scans.of(one.text()).peekValue() == JsonScanner.ARRAY)
                    .isFalse();
        }
    }

    private static boolean accepts(byte[] text, int before, byte around) {
        byte[] padded = new byte[before + text.length + 16];
        Arrays.fill(padded, around);
        System.arraycopy(text, 0, padded, before, text.length);
        JsonScanner scanner = new JsonScanner();
        scanner.reset(padded, before, before + text.length);
        try {
            scanner.skipValue();
            scanner.endDocument();
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    /** Infinite if any number in the value is: those have no spelling. */
    private static double largest(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().mapToDouble(JsonSuiteTest::largest).max().orElse(0);
        }
        return value instanceof Double number ? Math.abs(number) : 0;
    }
}
