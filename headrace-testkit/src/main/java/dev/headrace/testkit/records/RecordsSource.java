package dev.headrace.testkit.records;

import dev.headrace.source.ReadContext;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** Pages of random records, read as the pages of an API are: the resource {@code t}, which is appended to. */
public final class RecordsSource implements Source {

    private static final Resource RESOURCE = new Resource("t", true, ResourceHints.none());

    private final List<List<Object>> pages;

    /** @param pages as {@link WildRecords#pages} gives them */
    public RecordsSource(List<List<Object>> pages) {
        this.pages = List.copyOf(pages);
    }

    @Override
    public String name() {
        return "wild";
    }

    @Override
    public List<Resource> resources() {
        return List.of(RESOURCE);
    }

    @Override
    public SourceReader open(ReadContext context) {
        return new Reader(pages.iterator());
    }

    private record Reader(Iterator<List<Object>> pages) implements SourceReader {
        @Override
        public boolean readPage(RecordSinks sinks) {
            if (!pages.hasNext()) {
                return false;
            }
            byte[] page = WildRecords.json(pages.next()).getBytes(StandardCharsets.UTF_8);
            sinks.of(RESOURCE.name()).writePage(page, page.length, List.of(), List.of());
            return true;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
