package dev.headrace.source;

import java.nio.charset.StandardCharsets;

/**
 * One JSON value as UTF-8 text inside a larger array; not copied.
 *
 * @param start index of its first byte
 * @param end index behind its last byte
 */
@SuppressWarnings("ArrayRecordComponent") // a view on a page; compared by nobody
public record JsonSlice(byte[] bytes, int start, int end) {

    public static JsonSlice of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonSlice(bytes, 0, bytes.length);
    }

    /** The JSON text. */
    public String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** A copy that does not keep the larger array alive. */
    public JsonSlice detach() {
        byte[] copy = java.util.Arrays.copyOfRange(bytes, start, end);
        return new JsonSlice(copy, 0, copy.length);
    }
}
