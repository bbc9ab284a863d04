package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
    @Test
    void turnsIntoPlainJava() {
        Object value = JsonTree.parse("{\"s\":\"\\u00e9€\\n\",\"i\":1,\"d\":1.0,\"e\":1e2,\"t\":true,\"n\":null,"
                        + "\"big\":18446744073709551616,\"l\":[[],{}]}")
                .toJava();
        assertThat(value)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("s", "é€\n")
                .containsEntry("i", 1L)
                .containsEntry("d", 1.0)
                .containsEntry("e", 100.0)
                .containsEntry("t", true)
                .containsEntry("n", null)
                .containsEntry("big", new BigInteger("18446744073709551616"))
                .containsEntry("l", List.of(List.of(), Map.of()));
    }

    @Test
    void keepsTheOrderOfKeysAndTheLastOfDuplicates() {
        JsonObject object = (JsonObject) JsonTree.parse("{\"b\":1,\"a\":2,\"\\u0062\":3}");
        assertThat(object.members().keySet()).containsExactly("b", "a");
        assertThat(object.member("b")).hasToString("3");
    }

    @Test
    void valuesKnowWhereTheyStand() {
        byte[] bytes = "xx {\"a\" : [1, \"b\" ] } yy".getBytes(StandardCharsets.UTF_8);
        JsonObject object = (JsonObject) JsonTree.parse(bytes, 2, bytes.length - 2);
        JsonArray array = (JsonArray) Objects.requireNonNull(object.member("a"));
        assertThat(List.of(object.start(), object.end())).containsExactly(3, 21);
        assertThat(array.source()).isEqualTo("[1, \"b\" ]");
        assertThat(array.elements()).extracting(JsonValue::start).containsExactly(11, 14);
        assertThat(array.elements()).extracting(JsonValue::end).containsExactly(12, 17);
    }

    @Test
    void keepsTheSourceOfNumbers() {
        JsonArray array = (JsonArray) JsonTree.parse("[1.10,1E5,-0]");
        assertThat(array.elements()).extracting(JsonValue::source).containsExactly("1.10", "1E5", "-0");
    }

    @Test
    void passesAKnownRangeOverUnread() {
        byte[] bytes = "{\"n\":1,\"data\": <these are not JSON>,\"next\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        int start = 15;
        int end = 15 + "<these are not JSON>".length();
        Arrays.fill(bytes, start, end, (byte) '[');
        JsonObject object = (JsonObject) JsonTree.parse(bytes, 0, bytes.length, start, end);
        assertThat(object.toJava())
                .containsExactly(Map.entry("n", 1L), Map.entry("data", List.of()), Map.entry("next", "x"));
        JsonValue data = Objects.requireNonNull(object.member("data"));
        assertThat(List.of(data.start(), data.end())).containsExactly(start, end);
    }

    @Test
    void aRangeToPassOverMustLieInTheText() {
        byte[] bytes = "[[],1]".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonTree.parse(bytes, 0, 6, 1, 7)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theWholeTextMayBeTheRange() {
        byte[] bytes = " [1,2] ".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonTree.parse(bytes, 0, 7, 1, 6).toJava()).isEqualTo(List.of());
    }

    @Test
    void refusesWhatFollowsTheValue() {
        assertThatThrownBy(() -> JsonTree.parse("{} {}"))
                .hasMessageContaining("at byte 3: expected nothing after the value but found '{'");
    }

    @Test
    void readsNonFiniteNumbersFromAScannerThatAcceptsThem() {
        byte[] bytes = "[NaN,-Infinity]".getBytes(StandardCharsets.UTF_8);
        JsonScanner scanner = JsonScanner.acceptingNonFinite();
        scanner.reset(bytes, 0, bytes.length);
        assertThat(JsonTree.read(scanner).toJava()).isEqualTo(List.of(Double.NaN, Double.NEGATIVE_INFINITY));
    }
}
