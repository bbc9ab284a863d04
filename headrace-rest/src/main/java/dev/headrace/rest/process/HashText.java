package dev.headrace.rest.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.headrace.json.JsonScanner;
import dev.headrace.source.FieldChange.NewValue;
import dev.headrace.source.JsonSlice;

/** Puts the digits of a hash in the place of values: of the text of a string, of the JSON text of any other value. */
final class HashText implements NewValue {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

    private final Hash hash;
    private final JsonScanner scanner = new JsonScanner();
    private byte[] unescaped = {};
    private byte[] text = {};

    /** Hashes bytes from an index on, as many as there are given. */
    @FunctionalInterface
    interface Hash {
        byte[] of(byte[] bytes, int start, int length);
    }

    HashText(Hash hash) {
        this.hash = hash;
    }

    @Override
    public JsonSlice of(JsonSlice value) {
        if (value.bytes()[value.start()] != '"') {
            return digits(hash.of(value.bytes(), value.start(), value.end() - value.start()));
        }
        scanner.reset(value.bytes(), value.start(), value.end());
        scanner.readString();
        int length = scanner.stringEnd() - scanner.stringStart();
        if (!scanner.stringHasEscapes()) {
            return digits(hash.of(value.bytes(), scanner.stringStart(), length));
        }
        if (unescaped.length < length) {
            unescaped = new byte[2 * length];
        }
        int end = scanner.unescape(scanner.stringStart(), scanner.stringEnd(), unescaped, 0);
        return digits(hash.of(unescaped, 0, end));
    }

    private JsonSlice digits(byte[] hashed) {
        int length = 2 * hashed.length + 2;
        if (text.length != length) {
            text = new byte[length];
            text[0] = '"';
            text[length - 1] = '"';
        }
        for (int i = 0; i < hashed.length; i++) {
            text[2 * i + 1] = DIGITS[hashed[i] >> 4 & 0xF];
            text[2 * i + 2] = DIGITS[hashed[i] & 0xF];
        }
        return new JsonSlice(text, 0, length);
    }
}
