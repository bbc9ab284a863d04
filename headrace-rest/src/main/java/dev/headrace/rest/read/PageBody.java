package dev.headrace.rest.read;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.format.JsonBody;
import java.util.List;

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
        int at = afterSpaces(start, end);
        return at < end && bytes[at] == '[';
    }

    private int afterSpaces(int from, int to) {
        int at = from;
        while (at < to && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte next) {
        return next <= ' ' && next >= 0;
    }

    /** That of the body. See {@link Repeats}. */
    long print() {
        return Repeats.print(bytes, start, end);
    }

    /** That of the records, which are the elements of a value if that is a list, from the first to the last. See {@link Repeats}. */
    long print(int valueStart, int valueEnd) {
        if (bytes[valueStart] != '[') {
            return Repeats.print(bytes, valueStart, valueEnd);
        }
        int last = valueEnd - 1;
        while (last > valueStart + 1 && isSpace(bytes[last - 1])) {
            last--;
        }
        return Repeats.print(bytes, afterSpaces(valueStart + 1, last), last);
    }

    /** That of the records, from the first to the last; of the body where they stand in no such order. See {@link Repeats}. */
    long print(List<JsonValue> records) {
        if (records.isEmpty()) {
            return print();
        }
        JsonValue first = records.get(0);
        JsonValue last = records.get(records.size() - 1);
        return first.bytes() == bytes && last.bytes() == bytes && first.start() < last.end()
                ? Repeats.print(bytes, first.start(), last.end())
                : print();
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
