package dev.headrace.engine.normalise;

import dev.headrace.json.JsonSyntaxException;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import java.util.List;

/** A sink that keeps nothing and only counts records. */
public final class CountingSink implements RecordSink {

    private final String resource;
    private final PageReader.Records records;
    private final PageReader reader = new PageReader();

    private CountingSink(String resource, PageReader.Records records) {
        this.resource = resource;
        this.records = records;
    }

    /**
     * Checks pages, because nobody else does.
     *
     * @param resource the name of the resource, for messages
     */
    public static CountingSink checking(String resource) {
        return new CountingSink(resource, PageReader.SKIPPED);
    }

    /**
     * Looks at records no closer than it needs to count them, because another sink takes the pages, and checks them.
     *
     * @param resource the name of the resource, for messages
     */
    public static CountingSink trusting(String resource) {
        return new CountingSink(resource, PageReader.COUNTED);
    }

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
        try {
            return reader.read(page, 0, length, path, records);
        } catch (JsonSyntaxException e) {
            throw Failures.notJson(resource, e);
        }
    }

    @Override
    public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
        return RecordCount.of(writePage(page, length, path, List.of()).count());
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> additions) {
        // Nothing is kept, and the record was valid JSON when it was cut out of its page.
    }
}
