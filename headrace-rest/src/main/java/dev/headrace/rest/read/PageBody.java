package dev.headrace.rest.read;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpResponse;

/**
 * The body of an answer; a view on the client's buffer, valid until the next request.
 *
 * @param start index of the first byte behind a byte order mark
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PageBody(byte[] bytes, int start, int end) {

    private static final int MARK_LENGTH = 3;

    static PageBody of(HttpResponse response) {
        byte[] bytes = response.body();
        boolean marked = response.length() >= MARK_LENGTH
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return new PageBody(bytes, marked ? MARK_LENGTH : 0, response.length());
    }

    /** The whole body. */
    JsonValue document() {
        return JsonTree.parse(bytes, start, end);
    }

    /** The body with an empty array in place of one value that has been read already. */
    JsonValue documentWithout(int valueStart, int valueEnd) {
        return JsonTree.parse(bytes, start, end, valueStart, valueEnd);
    }

    /** One value in it. */
    JsonValue value(int valueStart, int valueEnd) {
        return JsonTree.parse(bytes, valueStart, valueEnd);
    }
}
