package dev.headrace.engine.normalise;

import dev.headrace.json.JsonSyntaxException;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordSink;
import java.util.List;

/** The sink of a resource that is read but not loaded: checks pages and counts records. */
public final class CountingSink implements RecordSink {

    private final String resource;
    private final PageReader reader = new PageReader();

    /** @param resource the name of the resource, for messages */
    public CountingSink(String resource) {
        this.resource = resource;
    }

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
        try {
            return reader.read(page, 0, length, path, PageReader.SKIPPED);
        } catch (JsonSyntaxException e) {
            throw Failures.notJson(resource, e);
        }
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> additions) {
        // Nothing is kept, and the record was valid JSON when it was cut out of its page.
    }
}
