package dev.headrace.rest.read;

import dev.headrace.InterruptedRunException;
import dev.headrace.event.RunEvent;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.source.RecordCount;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The pages of a sequence whose records are read while it goes on. They join its progress, in their order, as they are counted. For the
 * thread that reads, or another one that wants to know how far the sequence has come while that one waits.
 */
final class LatePages {

    private final Progress progress;
    private final Deque<Late> waiting = new ArrayDeque<>();
    private final Deque<Runnable> untold = new ArrayDeque<>();

    /**
     * A page that has been handed on.
     *
     * @param origin where it comes from
     * @param bytes of its answer
     * @param repeated whether its records are those of the page before
     */
    record Late(
            Paginator paginator,
            FetchedFrom origin,
            GlancedPage page,
            long bytes,
            boolean repeated,
            RecordCount count) {}

    LatePages(Progress progress) {
        this.progress = progress;
    }

    /** Takes note of a page that has been handed on. */
    void add(Late page) {
        waiting.addLast(page);
        while (!waiting.isEmpty() && waiting.element().count().isKnown()) {
            countNext();
        }
        tell();
    }

    /** Waits until all have been read, and tells what came of them; fails as reading one of them has failed. */
    void finish() {
        while (!waiting.isEmpty()) {
            countNext();
        }
        tell();
    }

    /**
     * What is wrong when something has failed while pages were waiting: they came before, and what one of them fails with may be what
     * has led astray.
     */
    RuntimeException first(RuntimeException failure) {
        try {
            finish();
            return failure;
        } catch (RuntimeException before) {
            waiting.clear();
            if (failure instanceof InterruptedRunException) {
                failure.addSuppressed(before);
                return failure;
            }
            if (before != failure) {
                before.addSuppressed(failure);
            }
            return before;
        }
    }

    private void countNext() {
        int count = waiting.element().count().await();
        Late late = waiting.remove();
        HttpRequest request = late.origin().source();
        late.page().counted(count, progress.records());
        late.origin().resource().masks().see(count);
        RunEvent event = progress.add(late.paginator(), late.page(), late.bytes(), late.repeated());
        untold.addLast(() -> {
            progress.tell(event);
            progress.warn(late.paginator().notice(request, late.page()));
        });
    }

    /** All that is known has been counted before: a listener may ask how far the sequence has come. */
    private void tell() {
        while (!untold.isEmpty()) {
            untold.remove().run();
        }
    }
}
