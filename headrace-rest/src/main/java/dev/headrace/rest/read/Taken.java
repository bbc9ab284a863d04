package dev.headrace.rest.read;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.rest.select.Selector;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordSink;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the records of a page came to when they were handed on.
 *
 * @param found whether the page has the selector's place at all
 * @param remainder the page; perhaps with an empty array in place of the records
 * @param document the page
 * @param records what is left of them, as it is loaded
 * @param print of the records as they came; see {@link Repeats}
 */
record Taken(
        int count,
        boolean found,
        Supplier<JsonValue> remainder,
        Supplier<JsonValue> document,
        Supplier<List<JsonValue>> records,
        long print) {

    /** Bytes of records that are put together. */
    private static final int LARGEST_PAGE = 64 << 20;

    /** A page without a body. */
    static Taken nothing() {
        Supplier<JsonValue> document = () -> JsonTree.parse("null");
        return new Taken(0, true, document, document, List::of, 0);
    }

    /** Hands on the records of a page. */
    static Taken from(PageBody body, Selector selector, RecordSink sink, List<Addition> additions) {
        return selector instanceof Selector.Keys path
                ? scanned(body, path, sink, additions)
                : selected(body, selector, sink, additions);
    }

    /**
     * Hands on those records of a page that are new; the count is that of all of them.
     *
     * @param origin the page; the account of its resource takes note of the others
     */
    static Taken newOnes(
            PageBody body,
            Selector selector,
            RecordSink sink,
            List<Addition> additions,
            SequenceCursor cursor,
            FetchedFrom origin) {
        JsonValue document = body.document();
        Optional<List<JsonValue>> found = selector.select(document);
        List<JsonValue> records = found.orElse(List.of());
        Admission admission = Admission.of(
                records,
                cursor,
                (record, place) -> () -> record,
                sink,
                (reason, record, index) -> Refusal.ofCursor(
                        reason, completed(List.of(record), additions).get(0), origin.number(index)));
        admission.tell(origin.resource().account());
        List<JsonValue> admitted = admission.records();
        sink.from(origin.numbered(admission.numbers(origin.numbers())));
        if (admitted.size() == records.size() && selector instanceof Selector.Keys path) {
            sink.writePageLater(body.bytes(), body.end(), path.keys(), additions);
        } else {
            writeTogether(admitted, sink, additions);
        }
        return new Taken(
                records.size(),
                found.isPresent(),
                () -> document,
                () -> document,
                () -> completed(admitted, additions),
                body.print(records));
    }

    /** The fast road: the sink finds the records in the bytes. */
    private static Taken scanned(PageBody body, Selector.Keys path, RecordSink sink, List<Addition> additions) {
        PageRecords written = sink.writePage(body.bytes(), body.end(), path.keys(), additions);
        if (!written.found() || body.bytes()[written.start()] != '[') {
            return new Taken(
                    written.count(),
                    written.found(),
                    body::document,
                    body::document,
                    () -> written.found() ? elements(body, written, additions) : List.of(),
                    written.found() ? body.print(written.start(), written.end()) : body.print());
        }
        return new Taken(
                written.count(),
                true,
                () -> body.documentWithout(written.start(), written.end()),
                body::document,
                () -> elements(body, written, additions),
                body.print(written.start(), written.end()));
    }

    private static Taken selected(PageBody body, Selector selector, RecordSink sink, List<Addition> additions) {
        JsonValue document = body.document();
        Optional<List<JsonValue>> found = selector.select(document);
        List<JsonValue> records = found.orElse(List.of());
        writeTogether(records, sink, additions);
        return new Taken(
                records.size(),
                found.isPresent(),
                () -> document,
                () -> document,
                () -> completed(records, additions),
                body.print(records));
    }

    /**
     * Records from here and there as one page: the road of pages is the faster one, and how many there are is known. Beyond a
     * size they go one by one, because a page needs its memory once more, and a selector may find the same text many times.
     */
    static void writeTogether(List<JsonValue> records, RecordSink sink, List<Addition> additions) {
        long length = records.stream()
                .mapToLong(record -> record.end() - record.start() + 1L)
                .sum();
        if (length > LARGEST_PAGE) {
            for (JsonValue record : records) {
                sink.writeRecord(new JsonSlice(record.bytes(), record.start(), record.end()), additions);
            }
        } else if (length > 0) {
            JsonArray page = JsonArray.of(records);
            sink.writePageLater(page.bytes(), page.end(), List.of(), additions);
        }
    }

    private static List<JsonValue> elements(PageBody body, PageRecords written, List<Addition> additions) {
        JsonValue value = body.value(written.start(), written.end());
        if (value instanceof JsonNull) {
            return List.of();
        }
        return completed(value instanceof JsonArray array ? array.elements() : List.of(value), additions);
    }

    private static List<JsonValue> completed(List<JsonValue> records, List<Addition> additions) {
        return additions.isEmpty()
                ? records
                : records.stream().map(new Completion(additions)::of).toList();
    }
}
