package dev.headrace.rest.paginate;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.Headers;

/** A page written as JSON. */
record FakePage(int number, int records, long recordsBefore, Headers headers, JsonValue body) implements Page {

    static FakePage of(int records, String body) {
        return new FakePage(1, records, 0, Headers.none(), JsonTree.parse(body));
    }

    FakePage withHeader(String name, String value) {
        return new FakePage(number, records, recordsBefore, headers.with(name, value), body);
    }

    FakePage withHeaders(Headers all) {
        return new FakePage(number, records, recordsBefore, all, body);
    }

    FakePage withNumber(int value) {
        return new FakePage(value, records, recordsBefore, headers, body);
    }

    FakePage after(long earlierRecords) {
        return new FakePage(number, records, earlierRecords, headers, body);
    }
}
