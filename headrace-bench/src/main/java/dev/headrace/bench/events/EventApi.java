package dev.headrace.bench.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Answers requests. Thread-safe; writers of pages belong to the connections. */
final class EventApi {

    private final EventSet events;
    private final ServerOptions options;
    private final AtomicReferenceArray<ByteBuffer> pages;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    EventApi(EventSet events, ServerOptions options) {
        this.events = events;
        this.options = options;
        this.pages = new AtomicReferenceArray<>(Math.toIntExact(events.pages(options.perPage())));
        if (options.preload()) {
            preload();
        }
    }

    private void preload() {
        PageWriter writer = new PageWriter(events);
        for (int i = 0; i < pages.length(); i++) {
            byte[] page = writer.page(i + 1L, options.perPage());
            // Direct memory goes to the socket without a copy.
            pages.set(i, ByteBuffer.allocateDirect(page.length).put(page).flip());
        }
    }

    EventAnswer answer(String target, PageWriter writer) throws InterruptedException {
        EventRequest request = EventRequest.of(target);
        if (request.event().isPresent()) {
            return notes(request.event().get());
        }
        return switch (request.path()) {
            case "/events", "/v1/events" -> events(request, writer);
            case "/stats" ->
                EventAnswer.of("200 OK", "", ByteBuffer.wrap(counters().getBytes(US_ASCII)));
            default -> EventAnswer.empty("404 Not Found", "");
        };
    }

    private EventAnswer events(EventRequest request, PageWriter writer) throws InterruptedException {
        long count = requests.incrementAndGet();
        if (options.latencyMillis() > 0) {
            Thread.sleep(options.latencyMillis());
        }
        if (options.failEvery() > 0 && count % options.failEvery() == 0) {
            failed.incrementAndGet();
            return EventAnswer.empty("503 Service Unavailable", "Retry-After: 0\r\n");
        }
        try {
            EventAnswer answer = request.isSlice() ? slice(request, writer) : page(request, writer);
            served.incrementAndGet();
            bytes.addAndGet(answer.body().remaining());
            return answer;
        } catch (IllegalArgumentException e) {
            return EventAnswer.empty("400 Bad Request", "");
        }
    }

    /** One note for each event: what an API of children of a parent answers. */
    private EventAnswer notes(String event) throws InterruptedException {
        requests.incrementAndGet();
        if (options.latencyMillis() > 0) {
            Thread.sleep(options.latencyMillis());
        }
        String body = "{\"data\":[{\"event\":\"" + event + "\",\"note\":\"Bring the minutes of the last meeting.\"}]}";
        served.incrementAndGet();
        bytes.addAndGet(body.length());
        return EventAnswer.of("200 OK", "", ByteBuffer.wrap(body.getBytes(US_ASCII)));
    }

    private EventAnswer slice(EventRequest request, PageWriter writer) {
        long offset = request.number("offset", 0);
        int limit = size(request, "limit");
        if (offset < 0) {
            throw new IllegalArgumentException("negative offset");
        }
        boolean isPage = options.preload() && limit == options.perPage() && offset % limit == 0;
        // A kept page says the same records and the same total; its other fields are not part of this way of asking.
        ByteBuffer kept = isPage ? kept(offset / limit) : ByteBuffer.allocate(0);
        ByteBuffer body = kept.hasRemaining() ? kept : ByteBuffer.wrap(writer.slice(offset, limit));
        return EventAnswer.of("200 OK", "", body);
    }

    private EventAnswer page(EventRequest request, PageWriter writer) {
        long page = request.page();
        int perPage = size(request, "per_page");
        if (page < 1) {
            throw new IllegalArgumentException("pages begin at 1");
        }
        ByteBuffer kept = perPage == options.perPage() ? kept(page - 1) : ByteBuffer.allocate(0);
        ByteBuffer body = kept.hasRemaining() ? kept : ByteBuffer.wrap(writer.page(page, perPage));
        String link = page < events.pages(perPage)
                ? "Link: </events?page=" + (page + 1) + "&per_page=" + perPage + ">; rel=\"next\"\r\n"
                : "";
        return EventAnswer.of("200 OK", link, body);
    }

    private int size(EventRequest request, String name) {
        int size = Math.toIntExact(request.number(name, options.perPage()));
        if (size < 1) {
            throw new IllegalArgumentException("a page has at least one record");
        }
        return size;
    }

    /** A page that was made before, or nothing. */
    private ByteBuffer kept(long index) {
        ByteBuffer page = index < pages.length() && options.preload() ? pages.get((int) index) : null;
        return page == null ? ByteBuffer.allocate(0) : page.duplicate();
    }

    private String counters() {
        return "{\"requests\":" + requests + ",\"pages_served\":" + served + ",\"bytes\":" + bytes + ",\"failed\":"
                + failed + "}";
    }
}
