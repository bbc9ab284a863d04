package dev.headrace.rest.read;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordRefusedException;
import dev.headrace.source.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/** Keeps the text of every record. */
final class RecordedSink implements RecordSink {

    final List<String> records = new ArrayList<>();
    final List<RefusedRecord> refused = new ArrayList<>();
    /** How many records it has changed. */
    int changed;

    private final boolean putsAside;
    private final boolean readsLate;
    private int later;

    /**
     * @param putsAside whether it takes records that cannot be handed on
     * @param readsLate whether it counts the records of pages later where it may
     */
    RecordedSink(boolean putsAside, boolean readsLate) {
        this.putsAside = putsAside;
        this.readsLate = readsLate;
    }

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
        return write(page, length, path, (record, number) -> records.add(record.source() + shown(additions)));
    }

    /** @param taker takes each record, and its place on the page */
    private static PageRecords write(byte[] page, int length, List<String> path, ObjIntConsumer<JsonValue> taker) {
        JsonValue value = parse(page, length);
        for (String key : path) {
            JsonValue member = value instanceof JsonObject object ? object.member(key) : null;
            if (member == null) {
                return new PageRecords(0, -1, -1);
            }
            value = member;
        }
        List<JsonValue> found = value instanceof JsonArray array ? array.elements() : List.of(value);
        List<JsonValue> taken = value instanceof JsonNull ? List.of() : found;
        for (int i = 0; i < taken.size(); i++) {
            taker.accept(taken.get(i), i + 1);
        }
        return new PageRecords(taken.size(), value.start(), value.end());
    }

    /** As a sink does that reads pages in the background: the count is known two pages later, or when somebody waits for it. */
    @Override
    public RecordCount writePageLater(byte[] page, int length, List<String> path, List<Addition> additions) {
        return later(writePage(page, length, path, additions).count());
    }

    /** Changes each record as a whole. */
    @Override
    public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
        return later(write(page, length, path, (record, number) -> change(record, number, changes))
                .count());
    }

    private void change(JsonValue record, int number, RecordChanges changes) {
        changed++;
        try {
            records.add(changes.changed(new JsonSlice(record.bytes(), record.start(), record.end()), number)
                    .text());
        } catch (RecordRefusedException e) {
            if (!refuse(e.refused())) {
                throw e.failure();
            }
        }
    }

    private RecordCount later(int count) {
        int before = ++later;
        return new RecordCount() {
            private boolean awaited = !readsLate;

            @Override
            public boolean isKnown() {
                return awaited || later > before + 1;
            }

            @Override
            public int await() {
                awaited = true;
                return count;
            }
        };
    }

    private static JsonValue parse(byte[] page, int length) {
        try {
            return JsonTree.parse(page, 0, length);
        } catch (JsonSyntaxException e) {
            throw new DataException(FailureKind.DATA, Phase.EXTRACT, "no JSON", e);
        }
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> additions) {
        records.add(record.text() + shown(additions));
    }

    @Override
    public boolean refuse(RefusedRecord record) {
        refused.add(record);
        return putsAside;
    }

    private static String shown(List<Addition> additions) {
        return additions.stream()
                .map(addition -> " " + addition.key() + "=" + addition.value().text())
                .collect(Collectors.joining());
    }
}
