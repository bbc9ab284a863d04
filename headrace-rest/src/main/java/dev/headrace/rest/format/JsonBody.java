package dev.headrace.rest.format;

import java.nio.charset.StandardCharsets;

/**
 * JSON in UTF-8; perhaps a view on the bytes of the answer, and valid as long as they are.
 *
 * @param start index of the first byte behind a byte order mark
 * @param end index behind the last byte
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record JsonBody(byte[] bytes, int start, int end) {

    public static JsonBody of(byte[] json) {
        return new JsonBody(json, 0, json.length);
    }

    public static JsonBody of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }
}
