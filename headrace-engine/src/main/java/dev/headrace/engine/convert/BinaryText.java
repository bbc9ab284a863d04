package dev.headrace.engine.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads byte strings from text: {@code 0x} and hexadecimal digits, else Base64 with its padding. */
final class BinaryText {

    private static final byte[] EMPTY = {};

    private BinaryText() {}

    /** The bytes, or null when the text is in neither form. */
    static byte @Nullable [] parse(byte[] text, int start, int end) {
        String string = new String(text, start, end - start, UTF_8);
        try {
            if (string.startsWith("0x")) {
                return HexFormat.of().parseHex(string, 2, string.length());
            }
            return string.length() % 4 == 0 ? Base64.getDecoder().decode(string) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** An integer that is not negative, lowest byte first, without leading zeros; null for a negative one. */
    static byte @Nullable [] ofInteger(long value) {
        if (value <= 0) {
            return value == 0 ? EMPTY : null;
        }
        int length = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (value >>> (8 * i));
        }
        return bytes;
    }
}
