package dev.headrace.json;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What Jackson makes of a text. */
record JacksonReading(boolean accepted, @Nullable Object value) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonScanner.MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Empty where the two are known to differ. */
    static Optional<JacksonReading> of(byte[] text) {
        if (!isWellFormed(text)) {
            return Optional.of(new JacksonReading(false, null));
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            if (parser.nextToken() == null) {
                return Optional.of(new JacksonReading(false, null));
            }
            Object value = value(parser);
            return Optional.of(
                    parser.nextToken() == null ? new JacksonReading(true, value) : new JacksonReading(false, null));
        } catch (JacksonException e) {
            // In keys, unlike in values, Jackson refuses halves of surrogate pairs.
            return e.toString().contains("surrogate") ? Optional.empty() : Optional.of(new JacksonReading(false, null));
        }
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
