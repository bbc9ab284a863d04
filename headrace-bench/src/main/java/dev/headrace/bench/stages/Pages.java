package dev.headrace.bench.stages;

import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.events.PageWriter;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 10,000 records in ten pages, in memory. */
@State(Scope.Benchmark)
public class Pages {

    private static final EventSet EVENTS = EventSet.first(10_000);
    private static final int PER_PAGE = 1000;

    private final List<byte[]> pages = new ArrayList<>();

    public Pages() {
        PageWriter writer = new PageWriter(EVENTS);
        for (long page = 1; page <= EVENTS.pages(PER_PAGE); page++) {
            pages.add(writer.page(page, PER_PAGE));
        }
    }

    List<byte[]> all() {
        return pages;
    }
}
