package dev.headrace.rest.process;

import dev.headrace.Secret;
import dev.headrace.source.FieldChange.NewValue;
import dev.headrace.source.JsonSlice;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hides a value before anything is written. */
public sealed interface Mask {

    /** What puts something else in the place of one value after the other, to be used before the next. Used by one thread at a time. */
    NewValue open();

    /** Three asterisks. */
    record Redact() implements Mask {
        @Override
        public NewValue open() {
            JsonSlice hidden = JsonSlice.of("\"***\"");
            return value -> hidden;
        }
    }

    /** SHA-256 in hexadecimal digits of a text, or of the JSON text of any other value: equal values stay equal. */
    record Hash() implements Mask {
        @Override
        public NewValue open() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                return new HashText((bytes, start, length) -> {
                    digest.update(bytes, start, length);
                    return digest.digest();
                });
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** HMAC-SHA-256 with a key: as {@link Hash}, but nobody without the key can find the value by trying. */
    record KeyedHash(Secret key) implements Mask {
        @Override
        public NewValue open() {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return new HashText((bytes, start, length) -> {
                    mac.update(bytes, start, length);
                    return mac.doFinal();
                });
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
            }
        }
    }
}
