package dev.headrace.rest.process;

import dev.headrace.Secret;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hides a value before anything is written. */
public sealed interface Mask {

    /** What puts something else in the place of one value after the other. Used by one thread. */
    UnaryOperator<JsonValue> open();

    /** Three asterisks. */
    record Redact() implements Mask {
        @Override
        public UnaryOperator<JsonValue> open() {
            JsonString hidden = JsonString.of("***");
            return value -> hidden;
        }
    }

    /** SHA-256 in hexadecimal digits of a text, or of the JSON text of any other value: equal values stay equal. */
    record Hash() implements Mask {
        @Override
        public UnaryOperator<JsonValue> open() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                return value -> digits(digest.digest(bytes(value)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** HMAC-SHA-256 with a key: as {@link Hash}, but nobody without the key can find the value by trying. */
    record KeyedHash(Secret key) implements Mask {
        @Override
        public UnaryOperator<JsonValue> open() {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return value -> digits(mac.doFinal(bytes(value)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
            }
        }
    }

    private static byte[] bytes(JsonValue value) {
        String text = value instanceof JsonString string ? string.text() : value.source();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonString digits(byte[] hash) {
        return JsonString.of(HexFormat.of().formatHex(hash));
    }
}
