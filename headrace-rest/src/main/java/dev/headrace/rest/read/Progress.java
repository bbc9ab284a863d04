package dev.headrace.rest.read;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.paginate.Finding;
import dev.headrace.rest.paginate.Page;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.position.Note;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has come on the pages of a sequence that have been counted, compared with what the API says of it. */
final class Progress {

    private final ResourceReading resource;
    private final Tally tally = new Tally();
    private final Repeats repeats = new Repeats();
    private final PageBounds bounds = PageBounds.usual(tally, repeats);
    private long records;

    Progress(ResourceReading resource) {
        this.resource = resource;
    }

    /** Adds how far it has come. */
    Note addTo(Note note) {
        return note.put("records", records).put("tally", tally.note()).put("repeats", repeats.note());
    }

    /** Goes on where another one had come to. */
    void goOn(Note note) {
        records = note.number("records");
        tally.goOn(note.note("tally"));
        repeats.goOn(note.note("repeats"));
    }

    long records() {
        return records;
    }

    /**
     * Takes note of a page when it comes, before it is counted, and tells the user when it is the one before once more.
     *
     * @param print of its records; see {@link Repeats}
     * @return whether it is
     */
    boolean isRepeated(HttpRequest request, int number, boolean empty, long print) {
        boolean repeated = repeats.isRepeated(empty, print);
        if (repeated) {
            resource.warnFirst(
                    "repeated page",
                    "Page " + number + " of resource '" + resource.name() + "', " + resource.shown(request)
                            + ", has the same records as the page before: the API does not seem to know"
                            + " the parameter that asks for a page, and the records are loaded again. Check the parameters of the"
                            + " paginator against the API's documentation.");
        }
        return repeated;
    }

    /**
     * Takes note of a page that has been counted.
     *
     * @param bytes of its answer
     * @return what is to be told of it
     */
    RunEvent add(Paginator paginator, Page page, long bytes, boolean repeated) {
        records += page.records();
        tally.add(paginator, page, repeated);
        return resource.pageRead(page.records(), bytes, paginator.announcedTotal(page));
    }

    void tell(RunEvent event) {
        resource.tell(event);
    }

    /** Takes note of something that a page says about whether all records come. */
    void find(Finding finding) {
        tally.find(finding);
    }

    /** Tells the user what a paginator has noticed; null: nothing. */
    void warn(@Nullable String notice) {
        if (notice != null) {
            resource.warnOnceOfAKind(notice);
        }
    }

    /**
     * Tells, or fails, where a sequence that goes on seems to have no end.
     *
     * @param pages how many have come
     */
    void lookForAnEnd(Paginator paginator, HttpRequest request, int pages) {
        bounds.endlessness(paginator, pages, records).ifPresent(reason -> {
            throw new SourceException(
                    FailureKind.PAGINATOR,
                    "Cannot read resource '" + resource.name() + "' to its end, having come to page " + pages + ", "
                            + resource.shown(request) + ": " + reason);
        });
        bounds.caution(paginator, pages, records)
                .ifPresent(text -> resource.warnFirst(
                        "many pages",
                        "Resource '" + resource.name() + "' has come to page " + pages + ", " + resource.shown(request)
                                + ", and " + text));
    }

    /** The paginator has come to the end with a page; all have been counted. */
    void end(Paginator paginator, HttpRequest request, Page last) {
        Optional<String> mismatch = tally.mismatch(paginator, records, last.number(), last);
        mismatch.ifPresent(text -> resource.warnOfTotal(request, text));
        resource.account()
                .end(
                        tally.announced(paginator, records, last),
                        tally.finding(paginator, mismatch, last.number(), last));
    }
}
