package dev.headrace.rest.paginate;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.Headers;

/** A page written as JSON. */
record FakePage(int number, int records, Headers headers, JsonValue body) implements Page {

    static FakePage of(int records, String body) {
        return new FakePage(1, records, Headers.none(), JsonTree.parse(body));
    }

    FakePage withHeader(String name, String value) {
        return new FakePage(number, records, headers.with(name, value), body);
    }

    FakePage withNumber(int value) {
        return new FakePage(value, records, headers, body);
    }
}
