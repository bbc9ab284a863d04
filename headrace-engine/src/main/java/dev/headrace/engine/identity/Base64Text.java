package dev.headrace.engine.identity;

import java.nio.charset.StandardCharsets;

/** Base64 with the standard alphabet and without padding, straight into ASCII bytes. */
final class Base64Text {

    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);

    private Base64Text() {}

    /** The character of the lowest six bits. */
    static byte character(long bits) {
        return ALPHABET[(int) bits & 63];
    }

    /** The characters that {@code length} bytes take. */
    static int encodedLength(int length) {
        return (length * 8 + 5) / 6;
    }

    static void encode(byte[] source, int length, byte[] target, int offset) {
        int out = offset;
        for (int i = 0; i < length; i += 3) {
            int second = i + 1 < length ? source[i + 1] & 0xFF : 0;
            int third = i + 2 < length ? source[i + 2] & 0xFF : 0;
            int bits = (source[i] & 0xFF) << 16 | second << 8 | third;
            int characters = Math.min(4, encodedLength(length - i));
            for (int c = 0; c < characters; c++) {
                target[out++] = character(bits >>> (18 - 6 * c));
            }
        }
    }
}
