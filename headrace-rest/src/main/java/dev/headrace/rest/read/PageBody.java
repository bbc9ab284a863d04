package dev.headrace.rest.read;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.format.JsonBody;

/**
 * The body of an answer as JSON; perhaps a view on the client's buffer, valid until the next request.
 *
 * @param start index of the first byte behind a byte order mark
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PageBody(byte[] bytes, int start, int end) {

    static PageBody of(JsonBody json) {
        return new PageBody(json.bytes(), json.start(), json.end());
    }

    /** Whether the whole body is a list. */
    boolean isList() {
        int at = start;
        while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at < end && bytes[at] == '[';
    }

    /** See {@link Repeats}. */
    long print() {
        return Repeats.print(bytes, start, end);
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
