package dev.headrace.rest.read;

import dev.headrace.rest.flight.Flight;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.source.RecordSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sequence and its requests that are under way before it comes to read their pages. The sequence alone decides which pages
 * there are: answers to requests that it does not make are dropped.
 */
final class Track {

    private final Sequence sequence;
    private final Dispatch dispatch;
    private final boolean farSighted;
    private final Deque<Ahead> pages = new ArrayDeque<>();
    /** The requests behind a page that has been read or seen, and how many of them have been sent. */
    private List<HttpRequest> coming;

    private int sent;
    private Outlook outlook;

    /** A request under way. */
    private record Ahead(HttpRequest request, Flight<FetchedAnswer> flight) {}

    /** @param farSighted whether other requests than that for the next page may be sent */
    Track(Sequence sequence, Dispatch dispatch, boolean farSighted) {
        this.sequence = sequence;
        this.dispatch = dispatch;
        this.farSighted = farSighted;
        this.coming = List.of(Objects.requireNonNull(sequence.next()));
        this.outlook = sequence.outlook();
    }

    Sequence sequence() {
        return sequence;
    }

    /** How many pages are under way or wait to be read. */
    int pages() {
        return pages.size();
    }

    boolean isFinished() {
        return sequence.isFinished();
    }

    /** Sends the next request that is known; false when none is. */
    boolean send() {
        if (sent == coming.size()) {
            lookFurther();
        }
        if (sent == coming.size() || (!farSighted && !pages.isEmpty())) {
            return false;
        }
        HttpRequest request = coming.get(sent++);
        // Only the last request of those that are known leads to others that are not.
        boolean last = farSighted && coming.size() == 1;
        pages.addLast(new Ahead(request, dispatch.send(request, last ? outlook : null)));
        return true;
    }

    /** The answers that have come, have not been read and may be kept: none with values that no file may have. */
    Stream<ReadAhead> readAhead() {
        if (sequence.resource().discretion().hides()) {
            return Stream.empty();
        }
        return pages.stream()
                .flatMap(page -> Stream.ofNullable(page.flight().cargoOrNull())
                        .map(answer -> new ReadAhead(page.request(), answer.response(), answer.came())));
    }

    /** Says that all others wait for the next page. */
    void await() {
        if (!pages.isEmpty()) {
            pages.element().flight().await();
        }
    }

    /** Whether the next page can be read. */
    boolean isDue() {
        return !pages.isEmpty() && pages.element().flight().hasLanded();
    }

    /** Whether the next page has come, and not a failure in its place. */
    boolean hasCome() {
        return !pages.isEmpty() && pages.element().flight().cargoOrNull() != null;
    }

    /** Reads the next page, which is due; after a failure everything stands as before. */
    List<Job> readPage(RecordSink sink) {
        Flight<FetchedAnswer> flight = pages.element().flight();
        List<Job> found = sequence.readPage(request -> response(request, flight.cargo()), sink);
        pages.remove();
        flight.dismiss();
        align();
        return found;
    }

    private Optional<HttpResponse> response(HttpRequest request, FetchedAnswer answer) {
        dispatch.read(request, answer);
        return answer.response();
    }

    /** The page that was asked for last may have come, and tell more. */
    private void lookFurther() {
        FetchedAnswer answer = pages.isEmpty() ? null : pages.getLast().flight().cargoOrNull();
        Forecast forecast = answer == null ? null : answer.forecast();
        if (forecast != null) {
            coming = forecast.requests();
            outlook = forecast.outlook();
            sent = 0;
        }
    }

    /** Brings what is under way in line with what the sequence has seen on the page that it has just read. */
    private void align() {
        HttpRequest next = sequence.next();
        if (next == null || (!pages.isEmpty() && !pages.element().request().equals(next))) {
            dropAllBehind(0);
        }
        List<HttpRequest> known = knownAhead();
        if (!known.isEmpty()) {
            dropAllBehind(known.size());
            coming = known;
            sent = pages.size();
        } else if (pages.isEmpty()) {
            coming = next == null ? List.of() : List.of(next);
            sent = 0;
        }
        outlook = pages.isEmpty() ? sequence.outlook() : outlook;
    }

    private List<HttpRequest> knownAhead() {
        if (!farSighted && sequence.ahead().size() > 1) {
            sequence.resource()
                    .noteOnce(
                            "Pages are asked for one at a time, although their number is known: a response action or the"
                                    + " order of rows may end them earlier.");
        }
        return farSighted ? sequence.ahead() : List.of();
    }

    private void dropAllBehind(int kept) {
        while (pages.size() > kept) {
            pages.removeLast().flight().dismiss();
        }
    }
}
