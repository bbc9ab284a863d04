package dev.headrace.bench.extracted;

import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.events.PageWriter;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ReadContext;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.util.List;

/** Events of the API without the way over HTTP. */
record EventSource(EventSet events, WriteDisposition disposition) implements Source {

    private static final String RESOURCE = "events";
    private static final List<String> RECORDS = List.of("data");
    private static final int PER_PAGE = 1000;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public List<Resource> resources() {
        ResourceHints hints = ResourceHints.none().withDisposition(disposition).withPrimaryKey(List.of("id"));
        return List.of(new Resource(RESOURCE, true, hints));
    }

    @Override
    public SourceReader open(ReadContext context) {
        return new Reader(events);
    }

    private static final class Reader implements SourceReader {

        private final PageWriter writer;
        private final long pages;
        private long page;

        Reader(EventSet events) {
            this.writer = new PageWriter(events);
            this.pages = events.pages(PER_PAGE);
        }

        @Override
        public boolean readPage(RecordSinks sinks) {
            if (page == pages) {
                return false;
            }
            byte[] bytes = writer.page(++page, PER_PAGE);
            sinks.of(RESOURCE).writePage(bytes, bytes.length, RECORDS, List.of());
            return true;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
