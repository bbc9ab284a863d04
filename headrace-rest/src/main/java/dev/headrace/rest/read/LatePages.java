package dev.headrace.rest.read;

import dev.headrace.event.RunEvent;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.source.RecordCount;
import java.util.ArrayDeque;
import java.util.Deque;

/** The pages of a sequence whose records are read while it goes on. They join its progress, in their order, as they are counted. */
final class LatePages {

    private final Progress progress;
    private final Deque<Late> waiting = new ArrayDeque<>();
    private final Deque<Runnable> untold = new ArrayDeque<>();

    /** A page that has been handed on. */
    private record Late(
            Paginator paginator,
            HttpRequest request,
            GlancedPage page,
            long bytes,
            boolean repeated,
            RecordCount count) {}

    LatePages(Progress progress) {
        this.progress = progress;
    }

    /**
     * Takes note of a page that has been handed on.
     *
     * @param repeated whether its records are those of the page before
     */
    void add(
            Paginator paginator,
            HttpRequest request,
            GlancedPage page,
            long bytes,
            boolean repeated,
            RecordCount count) {
        waiting.addLast(new Late(paginator, request, page, bytes, repeated, count));
        while (!waiting.isEmpty() && waiting.element().count().isKnown()) {
            countNext();
        }
        tell();
    }

    /** Waits until all have been read, and tells what came of them; fails as reading one of them has failed. */
    void finish() {
        count();
        tell();
    }

    /**
     * As {@link #finish}, but telling is left for later: also for a thread that only wants to know how far the sequence has come, while
     * the one that reads waits.
     */
    void count() {
        while (!waiting.isEmpty()) {
            countNext();
        }
    }

    private void countNext() {
        int count = waiting.element().count().get();
        Late late = waiting.remove();
        late.page().counted(count, progress.records());
        RunEvent event = progress.add(late.paginator(), late.page(), late.bytes(), late.repeated());
        untold.addLast(() -> {
            progress.tell(event);
            progress.warn(late.paginator().notice(late.request(), late.page()));
        });
    }

    private void tell() {
        while (!untold.isEmpty()) {
            untold.remove().run();
        }
    }
}
