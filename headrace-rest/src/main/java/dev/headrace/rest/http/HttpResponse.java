package dev.headrace.rest.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * An answer, read to its end and decoded.
 *
 * @param status the status code
 * @param reason the words behind it; empty when there are none
 * @param headers a header that came several times is one, its values joined by commas
 * @param body the bytes; the array may be longer than the body. {@link ResourceClient} says how long they stay
 * @param length bytes of {@code body} that belong to it; 0 when there is none
 * @param url where it came from, after redirects
 */
@SuppressWarnings("ArrayRecordComponent") // a view on a recycled buffer; compared by nobody
public record HttpResponse(int status, String reason, Headers headers, byte[] body, int length, String url) {

    /** The same answer with its body in another array. */
    HttpResponse withBody(byte[] bytes) {
        return new HttpResponse(status, reason, headers, bytes, length, url);
    }

    /** The same answer with the beginning of its body, so many bytes at most, in an array of its own. */
    public HttpResponse beginning(int most) {
        int kept = Math.min(most, length);
        return new HttpResponse(status, reason, headers, Arrays.copyOf(body, kept), kept, url);
    }

    /** The body as text, a byte order mark left out; a copy. */
    public String text() {
        String text = new String(body, 0, length, charset());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Type and subtype of the body, such as {@code text/csv}; empty when they are not told. */
    public String mediaType() {
        return ContentType.mediaType(headers);
    }

    /** The character set of the body: of UTF-16 if its mark says so, else the one that is told, else UTF-8. */
    public Charset charset() {
        return ContentType.marked(body, length).or(this::declaredCharset).orElse(StandardCharsets.UTF_8);
    }

    /** The character set that is told; empty when there is none that we know. */
    public Optional<Charset> declaredCharset() {
        return ContentType.charset(headers);
    }

    /** Whether the status says that the request failed. */
    public boolean isError() {
        return status >= 400;
    }

    /** Status and reason only. */
    @Override
    public String toString() {
        return status + " " + reason;
    }
}
