package dev.headrace.bench.events;

/** Writes answers of the API: some records, and where they stand among all. For one thread. */
public final class PageWriter {

    private static final int ROOM = 512;

    private final EventSet events;
    private final EventWriter writer = new EventWriter();

    public PageWriter(EventSet events) {
        this.events = events;
    }

    /** The totals of all records written so far. */
    public EventTotals totals() {
        return writer.totals();
    }

    /** A page by its number, which begins at 1. A page behind the last one has no records. */
    public byte[] page(long page, int perPage) {
        records((page - 1) * perPage, perPage);
        long pages = events.pages(perPage);
        TextBytes text = writer.text();
        text.put("],\"page\":" + page + ",\"per_page\":" + perPage + ",\"total_pages\":" + pages + ",\"total\":"
                + events.records() + ",\"has_more\":" + (page < pages) + ",\"next_cursor\":"
                + (page < pages ? "\"c" + (page + 1) + "\"" : "null") + "}");
        return text.toArray();
    }

    /** Up to {@code limit} records from the position {@code offset} on, which begins at 0. */
    public byte[] slice(long offset, int limit) {
        records(offset, limit);
        TextBytes text = writer.text();
        text.put("],\"offset\":" + offset + ",\"limit\":" + limit + ",\"total\":" + events.records() + "}");
        return text.toArray();
    }

    private void records(long from, int count) {
        TextBytes text = writer.text();
        text.clear();
        text.put("{\"data\":[");
        long end = Math.min(events.records(), from + count);
        for (long position = from; position < end; position++) {
            if (position > from) {
                text.put(',');
            }
            writer.write(events.number(position), events.revision());
        }
        text.reserve(ROOM);
    }
}
