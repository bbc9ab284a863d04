package dev.headrace.engine.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Text as base64 of its zlib-compressed (RFC 1950) UTF-8: how states lie at destinations. */
final class CompressedText {

    private CompressedText() {}

    static String encode(String text) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(compressed.toByteArray());
    }

    /** @throws dev.headrace.DataException when the text is not what {@link #encode} makes */
    static String decode(String encoded) {
        try {
            byte[] compressed = Base64.getDecoder().decode(encoded);
            try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
                return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException | IOException e) {
            throw StateDocument.unreadable("it is no base64 of zlib", e);
        }
    }
}
