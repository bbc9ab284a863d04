package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
    private static final byte[] ODD = "\"\\/\b\f\n\r\t\u00e9\u20ac".getBytes(StandardCharsets.UTF_8);

    @Test
    void walksAnObjectInTheOrderOfItsKeys() {
        JsonScanner scanner = Scans.of(" { \"a\" : 1 , \"b\":[true,{ } , null],\"c\":\"x\" } ");
        List<String> seen = new ArrayList<>();
        scanner.beginObject();
        while (scanner.nextKey()) {
            seen.add(Scans.key(scanner) + scanner.peekValue());
            scanner.skipValue();
        }
        scanner.endDocument();
        assertThat(seen).containsExactly("a2", "b7", "c1");
    }

    @Test
    void tellsTheByteRangeOfAValue() {
        JsonScanner scanner = Scans.of("{\"a\":  [1, 2] ,\"b\":0}");
        scanner.beginObject();
        scanner.nextKey();
        scanner.peekValue();
        int from = scanner.position();
        scanner.skipValue();
        assertThat(List.of(from, scanner.position())).containsExactly(7, 13);
    }

    @Test
    void readsStringsAndNumbersOnlyWhereTheyStandAtOnce() {
        JsonScanner scanner = Scans.of("[\"a\", 1,true]");
        scanner.beginArray();
        scanner.nextElement();
        assertThat(scanner.readNumberIfNext()).isFalse();
        assertThat(scanner.readStringIfNext()).isTrue();
        assertThat(List.of(scanner.stringStart(), scanner.stringEnd())).containsExactly(2, 3);
        scanner.nextElement();
        assertThat(scanner.readNumberIfNext()).as("a space before it").isFalse();
        scanner.peekValue();
        assertThat(scanner.readNumberIfNext()).isTrue();
        assertThat(scanner.longValue()).isEqualTo(1);
        scanner.nextElement();
        assertThat(scanner.readStringIfNext() || scanner.readNumberIfNext()).isFalse();
        assertThat(scanner.readBoolean()).isTrue();
    }

    @Test
    void tellsEveryKind() {
        JsonScanner scanner = Scans.of("[\"\",-1,0,true,false,null,{},[]]");
        List<Integer> kinds = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            kinds.add(scanner.peekValue());
            scanner.skipValue();
        }
        assertThat(kinds)
                .containsExactly(
                        JsonScanner.STRING,
                        JsonScanner.NUMBER,
                        JsonScanner.NUMBER,
                        JsonScanner.TRUE,
                        JsonScanner.FALSE,
                        JsonScanner.NULL,
                        JsonScanner.OBJECT,
                        JsonScanner.ARRAY);
    }

    @Test
    void readsAPredictedKeyAndLeavesAnyOtherUnread() {
        for (int length = 0; length < 40; length++) {
            String name = "k".repeat(length);
            for (String space : List.of("", " ", "\n  ")) {
                JsonScanner scanner = Scans.of("{" + space + "\"" + name + "\"" + space + ":1" + space + "," + space
                        + "\"" + name + "\":2" + space + "}");
                byte[] raw = name.getBytes(StandardCharsets.UTF_8);
                JsonKey key = JsonKey.ofSource(raw, 0, raw.length);
                JsonKey longer = JsonKey.ofSource((name + "k").getBytes(StandardCharsets.UTF_8), 0, length + 1);
                scanner.beginObject();
                assertThat(scanner.nextKeyIs(longer)).isFalse();
                assertThat(scanner.nextKeyIs(key)).isTrue();
                assertThat(Scans.key(scanner)).isEqualTo(name);
                scanner.readNumber();
                assertThat(scanner.nextKeyIs(longer)).isFalse();
                assertThat(scanner.nextKey()).isTrue();
                assertThat(Scans.key(scanner)).isEqualTo(name);
                scanner.readNumber();
                assertThat(scanner.nextKeyIs(key)).isFalse();
                assertThat(scanner.nextKey()).isFalse();
                scanner.endDocument();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[1, 2", "[{}", "[\"]", "[\"\\\"]", "[\"a\\", "[[]", "[{\"a\": \"long enough for a word"})
    void refusesToSkimAnArrayThatIsNotClosed(String text) {
        assertThatThrownBy(() -> Scans.of(text).skimArray())
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("']' or '}'");
    }

    @Test
    void findsADifferenceInAnyByteOfAPredictedKey() {
        for (int length = 1; length < 40; length++) {
            byte[] text = ("{\"" + "k".repeat(length) + "\":1}").getBytes(StandardCharsets.UTF_8);
            JsonKey key = JsonKey.ofSource(text, 2, 2 + length);
            for (int at = 0; at < length; at++) {
                byte[] other = text.clone();
                other[2 + at] = 'x';
                JsonScanner scanner = Scans.of(other);
                scanner.beginObject();
                assertThat(scanner.nextKeyIs(key)).isFalse();
            }
        }
    }

    @Test
    void findsTheEndOfAStringAtEveryOffset() {
        for (int start = 0; start < 18; start++) {
            for (int length = 0; length < 40; length++) {
                byte[] text = (" ".repeat(start) + "\"" + "s".repeat(length) + "\"").getBytes(StandardCharsets.UTF_8);
                JsonScanner scanner = Scans.of(text);
                scanner.readString();
                assertThat(scanner.stringEnd() - scanner.stringStart()).isEqualTo(length);
                assertThat(scanner.stringHasEscapes()).isFalse();
                assertThat(Scans.accepts(java.util.Arrays.copyOf(text, text.length - 1)))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u0041", "\\uD83D\\uDE00", "\\\\", "\\\"", "\u00e9", "\u20ac", "\ud83d\ude00"})
    void readsASpecialAtEveryOffsetOfAString(String special) {
        for (int before = 0; before < 18; before++) {
            for (int after = 0; after < 18; after++) {
                String text = "\"" + "s".repeat(before) + special + "t".repeat(after) + "\"";
                JsonScanner scanner = Scans.of(text);
                scanner.readString();
                scanner.endDocument();
                assertThat(scanner.stringHasEscapes()).isEqualTo(special.startsWith("\\"));
                assertThat(Scans.accepts(text.getBytes(StandardCharsets.UTF_8))).isTrue();
            }
        }
    }

    @Test
    void refusesABadByteAtEveryOffsetOfAString() {
        byte[] bad = {0, 1, '\n', '\t', 0x1f, (byte) 0x80, (byte) 0xff, (byte) 0xc3, (byte) 0xe2, '\\'};
        for (byte wrong : bad) {
            for (int before = 0; before < 18; before++) {
                for (int after = 0; after < 18; after++) {
                    byte[] text =
                            ("\"" + "s".repeat(before + 1) + "z".repeat(after) + "\"").getBytes(StandardCharsets.UTF_8);
                    text[1 + before] = wrong;
                    int wanted = wrong != '\\' ? 1 + before : after == 0 ? text.length : 2 + before;
                    assertThat(Scans.accepts(text)).isFalse();
                    assertThatThrownBy(() -> Scans.of(text).readString())
                            .isInstanceOfSatisfying(
                                    JsonSyntaxException.class,
                                    e -> assertThat(e.offset()).isEqualTo(wanted));
                }
            }
        }
    }

    @Test
    void everyByteButQuoteBackslashAndControlsIsPlainInAString() {
        for (int value = 0; value < 128; value++) {
            byte[] text = "\"sssssssssssssssss\"".getBytes(StandardCharsets.UTF_8);
            text[9] = (byte) value;
            boolean plain = value >= ' ' && value != '"' && value != '\\';
            assertThat(Scans.accepts(text)).as("byte %d", value).isEqualTo(plain);
        }
    }

    @Test
    void unescapesEveryEscape() {
        JsonScanner scanner = Scans.of("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\"");
        scanner.readString();
        byte[] target = new byte[scanner.stringEnd() - scanner.stringStart()];
        int to = scanner.unescape(scanner.stringStart(), scanner.stringEnd(), target, 0);
        assertThat(java.util.Arrays.copyOf(target, to)).isEqualTo(ODD);
    }

    @ParameterizedTest
    @CsvSource({
        "\\uD83D\\uDE00, \ud83d\ude00",
        "\\uD83D, \ufffd",
        "\\uDE00\\uD83D, \ufffd\ufffd",
        "\\uD83D\\uD83D\\uDE00, \ufffd\ud83d\ude00",
        "\\uD83Dx, \ufffdx",
        "\\uD83D\\n, '\ufffd\n'",
        "\\u0000\\u007f\\u0080\\u07ff\\u0800\\uffff, '\0\u007f\u0080\u07ff\u0800\uffff'",
    })
    void writesUnicodeEscapesAsUtf8(String source, String text) {
        assertThat(Scans.string(Scans.of("\"" + source + "\""))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "7, 7",
        "-7, -7",
        "9007199254740993, 9007199254740993",
        "999999999999999999, 999999999999999999",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void readsLongs(String text, long value) {
        JsonScanner scanner = Scans.of(text);
        scanner.readNumber();
        assertThat(scanner.numberIsIntegral()).isTrue();
        assertThat(scanner.numberFitsLong()).isTrue();
        assertThat(scanner.longValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "9999999999999999999",
                "-9999999999999999999",
                "18446744073709551616",
                "-18446744073709551616",
                "18446744073709551617",
                "100000000000000000000000000000"
            })
    void tellsIntegersBeyondLong(String text) {
        JsonScanner scanner = Scans.of(text);
        scanner.readNumber();
        assertThat(scanner.numberIsIntegral()).isTrue();
        assertThat(scanner.numberFitsLong()).isFalse();
        assertThat(scanner.doubleValue()).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.0",
                "-0",
                "1.0",
                "1e0",
                "1E+2",
                "1e-2",
                "0.1",
                "123.456",
                "9007199254740993.0",
                "1e22",
                "1e23",
                "1e-22",
                "1e-23",
                "1.7976931348623157e308",
                "1e309",
                "-1e309",
                "4.9e-324",
                "1e-400",
                "0.000000000000000000000000000000000001",
                "123456789012345678.5",
                "12345678901234567890.5",
                "2.2250738585072011e-308",
                "9007199254740992e22",
                "1e999999999999",
                "1e-999999999999",
                "0e999999999",
                "1e4294967297",
                "3.141592653589793",
                "0.30000000000000004"
            })
    void readsDoublesExactly(String text) {
        JsonScanner scanner = Scans.of(text);
        scanner.readNumber();
        scanner.endDocument();
        assertThat(scanner.doubleValue()).isEqualTo(Double.parseDouble(text));
        assertThat(Scans.accepts(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void readsRandomDoublesExactly() {
        Random random = new Random(17);
        for (int round = 0; round < 100_000; round++) {
            double value = round % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(30) - 5)
                            .doubleValue();
            if (Double.isFinite(value)) {
                JsonScanner scanner = Scans.of(Double.toString(value));
                scanner.readNumber();
                assertThat(scanner.doubleValue()).isEqualTo(value);
            }
        }
    }

    @Test
    void readsNonFiniteTokensOnlyWhenAsked() {
        byte[] text = "[NaN,Infinity,-Infinity,-1]".getBytes(StandardCharsets.UTF_8);
        JsonScanner scanner = JsonScanner.acceptingNonFinite();
        scanner.reset(text, 0, text.length);
        List<Double> values = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            assertThat(scanner.peekValue()).isEqualTo(JsonScanner.NUMBER);
            scanner.readNumber();
            values.add(scanner.doubleValue());
        }
        scanner.endDocument();
        assertThat(values).containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0);
        assertThat(Scans.accepts(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaNx", "Nan", "Inf", "-Inf", "+Infinity", "N", "-I", "Infinity1"})
    void refusesOtherWordsEvenWhenNonFiniteTokensAreAccepted(String text) {
        JsonScanner scanner = JsonScanner.acceptingNonFinite();
        scanner.reset(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
        assertThatThrownBy(() -> {
                    scanner.skipValue();
                    scanner.endDocument();
                })
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void takesADepthOf500AndRefuses501() {
        String deepest = "[".repeat(250) + "{\"a\":".repeat(250) + "1" + "}".repeat(250) + "]".repeat(250);
        assertThat(Scans.accepts(deepest.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThatThrownBy(() -> Scans.of("[" + deepest + "]").skipValue())
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining(
                        "expected an end of the nesting, which is too deep (500 objects and lists inside each other are possible)");
    }

    @Test
    void passesAByteOrderMarkOverAtTheStartOnly() {
        JsonScanner scanner = Scans.of("\ufeff[1]");
        scanner.skipValue();
        scanner.endDocument();
        assertThat(Scans.accepts("[\ufeff1]".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void canBeResetAfterAnError() {
        JsonScanner scanner = Scans.of("[[[x");
        assertThatThrownBy(scanner::skipValue).isInstanceOf(JsonSyntaxException.class);
        byte[] text = "[1]".getBytes(StandardCharsets.UTF_8);
        scanner.reset(text, 0, text.length);
        scanner.skipValue();
        scanner.endDocument();
        assertThat(scanner.position()).isEqualTo(3);
    }

    @Test
    void errorsSayWhereWhatWasExpectedAndWhatIsThere() {
        assertThatThrownBy(() -> Scans.of("{\"a\":1 \"b\":2}").skipValue())
                .isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
                    assertThat(e.offset()).isEqualTo(7);
                    assertThat(e.expected()).isEqualTo("',' or '}'");
                    assertThat(e.found()).isEqualTo("'\"'");
                })
                .hasMessage("Cannot read JSON at byte 7: expected ',' or '}' but found '\"';"
                        + " the text there is: {\"a\":1 \"b\":2}");
    }

    @Test
    void theExcerptOfAnErrorIsAtMost80CharactersLong() {
        String text = "[\"" + "x".repeat(300) + "\\q" + "y".repeat(300);
        assertThatThrownBy(() -> Scans.of(text).skipValue())
                .hasMessageEndingWith(": " + "x".repeat(39) + "\\q" + "y".repeat(39))
                .hasMessageContaining("at byte 303: expected one of \"\\/bfnrtu after a backslash but found 'q'");
    }

    @Test
    void anEmptyTextEndsTooEarly() {
        assertThatThrownBy(() -> Scans.of("").peekValue())
                .hasMessage("Cannot read JSON at byte 0: expected a value but found the end of the text");
    }
}
