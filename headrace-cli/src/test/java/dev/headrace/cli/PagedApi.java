package dev.headrace.cli;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * An API that pages by offset and limit, caps its pages, and lets in only who it knows. An empty text among its records is a
 * hole: a record that counts as one but is not shown.
 */
final class PagedApi implements AutoCloseable {

    private final FakeApi api = FakeApi.start();
    private final String selector;
    private final int cap;
    private final boolean tellsTotal;
    private Predicate<RecordedRequest> knows = request -> true;
    private List<String> records = new ArrayList<>();

    PagedApi(String selector, int cap, boolean tellsTotal) {
        this.selector = selector;
        this.cap = cap;
        this.tellsTotal = tellsTotal;
        api.otherwise(this::page);
    }

    PagedApi letsIn(Predicate<RecordedRequest> who) {
        knows = who;
        return this;
    }

    PagedApi holds(List<String> those) {
        records = List.copyOf(those);
        return this;
    }

    FakeApi api() {
        return api;
    }

    String url() {
        return api.url();
    }

    private Answer page(RecordedRequest request) {
        if (!knows.test(request)) {
            return Answer.json("{\"error\": \"who are you?\"}").withStatus(401);
        }
        int offset = Integer.parseInt(request.param("offset").orElse("0"));
        int limit = Math.min(cap, Integer.parseInt(request.param("limit").orElse("10")));
        int from = Math.min(offset, records.size());
        List<String> page = records.subList(from, Math.min(from + limit, records.size())).stream()
                .filter(record -> !record.isEmpty())
                .toList();
        String total = tellsTotal ? ", \"total\": " + records.size() : "";
        return Answer.json("{\"" + selector + "\": [" + String.join(", ", page) + "]" + total + "}");
    }

    @Override
    public void close() {
        api.close();
    }
}
