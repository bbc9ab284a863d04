package dev.headrace.cli;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the records of pages and keeps none; for looking at an API without loading it. */
final class CountingSink implements RecordSink {

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
        JsonValue value = parse(page, length);
        for (String key : path) {
            value = value instanceof JsonObject object ? object.member(key) : null;
        }
        return value == null ? new PageRecords(0, -1, -1) : new PageRecords(count(value), value.start(), value.end());
    }

    private static @Nullable JsonValue parse(byte[] page, int length) {
        try {
            return JsonTree.parse(page, 0, length);
        } catch (JsonSyntaxException e) {
            throw new DataException(FailureKind.DATA, Phase.EXTRACT, "The page is no JSON: " + e.getMessage(), e);
        }
    }

    private static int count(JsonValue value) {
        if (value instanceof JsonArray records) {
            return records.elements().size();
        }
        return value instanceof JsonNull ? 0 : 1;
    }

    @Override
    public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
        return RecordCount.of(writePage(page, length, path, List.of()).count());
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> additions) {
        // records that come one by one are counted by the source
    }
}
