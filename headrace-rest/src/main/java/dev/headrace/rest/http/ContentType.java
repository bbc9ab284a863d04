package dev.headrace.rest.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Content-Type} (RFC 9110, 8.3). */
final class ContentType {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

    private ContentType() {}

    /** Type and subtype; empty when there is no header. */
    static String mediaType(Headers headers) {
        return headers.find("Content-Type")
                .map(header -> header.split("[;,]", 2)[0].strip())
                .orElse("");
    }

    /** The character set that is named; ASCII is taken for UTF-8, which includes it. Empty when there is none we know. */
    static Optional<Charset> charset(Headers headers) {
        Matcher matcher = CHARSET.matcher(headers.find("Content-Type").orElse(""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(matcher.group(1));
            return Optional.of(charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The character set that a byte order mark shows, UTF-8 excepted. */
    static Optional<Charset> marked(byte[] bytes, int length) {
        if (length < 2) {
            return Optional.empty();
        }
        int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xFEFF || mark == 0xFFFE ? Optional.of(StandardCharsets.UTF_16) : Optional.empty();
    }
}
