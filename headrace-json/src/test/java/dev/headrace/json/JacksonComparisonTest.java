package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Random texts and random damage to them, read by this scanner and by Jackson. */
class JacksonComparisonTest {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Property(tries = 2000)
    void readsTheSameValuesAsJackson(@ForAll long seed) {
        byte[] text = new RandomJson(new Random(seed)).text();
        assertThat(Scans.accepts(text)).isTrue();
        assertThat(Optional.ofNullable(JsonTree.parse(text, 0, text.length).toJava()))
                .isEqualTo(jackson(text).map(JacksonComparisonTest::unwrapped));
    }

    @Property(tries = 20_000)
    void acceptsDamagedTextsExactlyWhenJacksonDoes(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] text = RandomJson.damaged(new RandomJson(random).text(), random);
        Optional<Object> expected = isWellFormed(text) ? jackson(text) : Optional.empty();
        assertThat(Scans.accepts(text))
                .as(() -> new String(text, StandardCharsets.ISO_8859_1))
                .isEqualTo(expected.isPresent());
        assertThat(Scans.parses(text)).isEqualTo(expected.isPresent());
        expected.ifPresent(value ->
                assertThat(JsonTree.parse(text, 0, text.length).toJava()).isEqualTo(unwrapped(value)));
    }

    @Property(tries = 2000)
    void skimsAnArrayToWhereItEnds(@ForAll long seed) {
        RandomJson random = new RandomJson(new Random(seed));
        String element = new String(random.text(), StandardCharsets.UTF_8);
        int count = (int) (seed & 3);
        String array = "[ " + String.join(" ,", Collections.nCopies(count, element)) + "\n]";
        byte[] text = (array + " ,\"]\"").getBytes(StandardCharsets.UTF_8);
        JsonScanner scanner = Scans.of(text);
        assertThat(scanner.skimArray()).isEqualTo(count);
        assertThat(scanner.position()).isEqualTo(array.getBytes(StandardCharsets.UTF_8).length);
    }

    private static @Nullable Object unwrapped(Object boxed) {
        return ((List<?>) boxed).get(0);
    }

    /** Jackson lets malformed UTF-8 through in places, and takes a NUL for a sign of UTF-16. */
    private static boolean isWellFormed(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text))
                            .toString()
                            .indexOf('\0')
                    < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A list of the one value; empty if Jackson refuses the text. */
    private static Optional<Object> jackson(byte[] text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            List<@Nullable Object> box = new ArrayList<>();
            box.add(value(parser));
            return parser.nextToken() == null ? Optional.of(box) : Optional.empty();
        } catch (JacksonException e) {
            // In keys, unlike in values, Jackson refuses halves of surrogate pairs.
            Assume.that(!e.toString().contains("surrogate"));
            return Optional.empty();
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> sound(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser.getString());
            case VALUE_NUMBER_FLOAT -> Double.parseDouble(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = sound(parser.currentName());
            parser.nextToken();
            map.put(key, value(parser));
        }
        return map;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static Number integer(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    /** Jackson keeps halves of surrogate pairs, which UTF-8 cannot. */
    private static String sound(String text) {
        return text.replaceAll("\\p{Cs}", "\ufffd");
    }
}
