package dev.headrace.rest.read;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.RequestFailedException;
import dev.headrace.SourceException;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonValue;
import dev.headrace.json.path.JsonPathLimitException;
import dev.headrace.rest.definition.EndpointDefinition;
import dev.headrace.rest.format.UnreadableBodyException;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.RequestDifference;
import dev.headrace.rest.http.ResponseRule;
import dev.headrace.rest.http.Verdict;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.rest.paginate.Finding;
import dev.headrace.rest.paginate.GuessedPaginator;
import dev.headrace.rest.paginate.Page;
import dev.headrace.rest.paginate.PageStep;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.PaginatorDetection;
import dev.headrace.rest.position.Note;
import dev.headrace.rest.select.DataLocation;
import dev.headrace.rest.select.Selector;
import dev.headrace.source.Addition;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one request, one after another. */
final class Sequence {

    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;

    private final Job job;
    private final HttpRequest first;
    private final ResourceReading resource;
    private final List<Addition> additions;
    private final LoopGuard guard = new LoopGuard();
    private final Progress progress;
    private final LatePages late;
    /** Null: records are loaded as they come. */
    private final @Nullable Processing processing;

    private @Nullable Selector selector;
    private @Nullable Paginator paginator;
    private @Nullable HttpRequest next;
    private List<HttpRequest> ahead = List.of();
    private int page;
    private boolean begunWithList;

    /** @param request the first one, before any paginator has seen it */
    Sequence(Job job, HttpRequest request) {
        this.job = job;
        this.resource = job.resource();
        this.additions = job.additions();
        this.progress = new Progress(resource);
        this.late = new LatePages(progress);
        this.selector = resource.definition().endpoint().selector();
        this.paginator = resource.definition().endpoint().paginator();
        this.processing = resource.definition()
                .steps()
                .open(resource.masks())
                .map(steps -> new Processing(job, steps))
                .orElse(null);
        this.first = paginator == null ? request : paginator.first(request);
        this.next = first;
    }

    Job job() {
        return job;
    }

    /** Whether any of its pages has been read. */
    boolean isBegun() {
        return page > 0;
    }

    /** How far it has come; it must be {@linkplain #isBegun() begun}, and not finished. */
    Note note() {
        late.finish();
        EndpointDefinition endpoint = resource.definition().endpoint();
        Note note = progress.addTo(new Note()
                .put("next", resource.note(first, Objects.requireNonNull(next)))
                .put("page", page)
                .put("list", begunWithList));
        if (endpoint.selector() == null && selector instanceof Selector.Keys found) {
            note.put("selector", new Note().put("keys", found.keys()).put("found", true));
        }
        if (paginator != null && GuessedPaginator.isLeftToFirstPage(endpoint.paginator())) {
            note.put("paginator", GuessedPaginator.note(paginator));
        }
        return note;
    }

    /** Goes on where another one of the same job had come to. */
    void goOn(Note note) {
        page = note.count("page");
        progress.goOn(note);
        begunWithList = note.flag("list");
        if (note.has("selector")) {
            selector = new Selector.Keys(note.note("selector").texts("keys"));
        }
        if (note.has("paginator")) {
            paginator = GuessedPaginator.read(
                    note.note("paginator"), resource.definition().endpoint().paginator());
        }
        next = new RequestDifference(first).applied(note.note("next"));
    }

    ResourceReading resource() {
        return resource;
    }

    boolean isFinished() {
        return next == null;
    }

    /** The request for the next page; null when the sequence is finished. */
    @Nullable
    HttpRequest next() {
        return next;
    }

    /** The requests that the page read last leads to, the next one first; empty when only the next is known. */
    List<HttpRequest> ahead() {
        return ahead;
    }

    /** What is known of the pages to come. */
    Outlook outlook() {
        return new Outlook(resource.format(), selector, paginator, page + 1);
    }

    /** Reads the next page and hands on its records; there must be one. */
    List<Job> readPage(Answers answers, RecordSink sink) {
        try {
            List<Job> jobs = readNext(answers, sink);
            if (next == null) {
                late.finish();
            }
            return jobs;
        } catch (RuntimeException e) {
            throw late.first(e);
        }
    }

    private List<Job> readNext(Answers answers, RecordSink sink) {
        HttpRequest request = Objects.requireNonNull(next);
        if (job.isHeld()) {
            end();
            return List.of();
        }
        requireNew(request);
        Optional<HttpResponse> response;
        try {
            response = answer(answers, request);
        } catch (RequestFailedException e) {
            resource.skips().allow(e, request);
            sink.from(new FetchedFrom(resource, request, page + 1));
            sink.refuse(resource.skips().refusal(e, job));
            resource.standpoint().leave();
            resource.skips().take(e, job, page);
            resource.account().breakOff("a request for it failed and was skipped (on_error)");
            end();
            return List.of();
        }
        resource.skips().answered();
        end();
        if (response.isEmpty()) {
            resource.account().breakOff("an answer was ignored (response_actions)");
        }
        List<Job> jobs = response.isEmpty() ? List.of() : taken(request, response.get(), sink);
        if (next == null && job.cursor() != null) {
            job.cursor().finish();
        }
        return jobs;
    }

    /** While it is awaited, and when it does not come, reading stands before the request. */
    private Optional<HttpResponse> answer(Answers answers, HttpRequest request) {
        resource.standpoint().arrive();
        Optional<HttpResponse> response = answers.to(request);
        resource.standpoint().leave();
        return response;
    }

    /** Unless the page that has come says what follows, nothing does. */
    private void end() {
        next = null;
        ahead = List.of();
    }

    private List<Job> taken(HttpRequest request, HttpResponse response, RecordSink sink) {
        page++;
        try {
            return take(request, response, sink);
        } catch (JsonSyntaxException e) {
            throw unreadable(request, response).because(e);
        } catch (JsonPathLimitException e) {
            throw new SourceException(
                    FailureKind.DATA,
                    "Cannot read page " + page + " of resource '" + resource.name() + "' from "
                            + resource.shown(request) + ": " + e.getMessage()
                            + ". Check 'data_selector' and the paths of the paginator.",
                    e);
        } catch (UnreadableBodyException e) {
            throw unreadable(request, response).because(e);
        } catch (DataException e) {
            throw unreadable(request, response).because(e);
        }
    }

    private List<Job> take(HttpRequest request, HttpResponse response, RecordSink sink) {
        if (isEmpty(response)) {
            return concluded(request, response, Taken.nothing(), sink);
        }
        PageBody body = resource.body(response);
        return isHandedOnUnread(request, response, body, sink)
                ? List.of()
                : concluded(request, response, records(body, request, response, sink), sink);
    }

    /**
     * Hands on a page whose ends say what follows it, so that the request for that need not wait until its records have been read;
     * false when they do not, or somebody has to see the records first.
     */
    private boolean isHandedOnUnread(HttpRequest request, HttpResponse response, PageBody body, RecordSink sink) {
        if (paginator == null || !(selector instanceof Selector.Keys path) || areRecordsSeenFirst()) {
            return false;
        }
        GlancedPage glanced = GlancedPage.of(page, response, body, path.keys());
        HttpRequest following = glanced == null ? null : glanced.next(paginator, request);
        if (glanced == null || following == null) {
            return false;
        }
        warnOfOtherShape(body, path);
        boolean repeated = progress.isRepeated(request, page, false, glanced.print());
        FetchedFrom origin = new FetchedFrom(resource, request, page, response);
        RecordCount count = handOn(body, path.keys(), origin, sink);
        late.add(new LatePages.Late(paginator, origin, glanced, response.length(), repeated, count));
        resource.lookAt(body, path, additions);
        goOn(paginator, request, following, glanced);
        return true;
    }

    private RecordCount handOn(PageBody body, List<String> path, FetchedFrom from, RecordSink sink) {
        sink.from(from);
        return processing == null
                ? sink.writePageLater(body.bytes(), body.end(), path, additions)
                : sink.writeChanged(body.bytes(), body.end(), path, processing.changes(from));
    }

    /** By steps that look at whole records, by a cursor, by children, or by a rule that may end the sequence. */
    private boolean areRecordsSeenFirst() {
        return processing != null && !processing.isLeftToSink()
                || job.cursor() != null
                || !resource.children().isEmpty()
                || resource.definition().endpoint().rule().mayEnd();
    }

    private List<Job> concluded(HttpRequest request, HttpResponse response, Taken taken, RecordSink sink) {
        late.finish();
        FetchedPage fetched = new FetchedPage(page, progress.records(), response, taken);
        List<Job> jobs = resource.children().isEmpty() || taken.count() == 0
                ? List.of()
                : new ChildJobs(resource, job.heritage()).of(taken.records().get(), sink);
        Paginator known = settled(fetched);
        paginator = known;
        boolean repeated = progress.isRepeated(request, page, fetched.isEmpty(), taken.print());
        progress.tell(progress.add(known, fetched, response.length(), repeated));
        PageStep step = known.next(request, fetched);
        boolean stopped = job.cursor() != null && job.cursor().isOver() || isStopped(response);
        if (step instanceof PageStep.Next following && !stopped) {
            progress.warn(known.notice(request, fetched));
            goOn(known, request, following.request(), fetched);
        } else if (stopped) {
            resource.account().breakOff("an action or the order of rows ended it early");
        } else {
            progress.end(known, request, fetched);
        }
        return jobs;
    }

    private void goOn(Paginator known, HttpRequest request, HttpRequest following, Page answered) {
        next = following;
        ahead = known.ahead(request, answered);
        progress.lookForAnEnd(known, request, page);
    }

    private boolean isStopped(HttpResponse response) {
        ResponseRule rule = resource.definition().endpoint().rule();
        return rule.mayEnd() && rule.judge(response) instanceof Verdict.Stop;
    }

    private Paginator settled(Page page) {
        PaginatorDetection.Detected detected = PaginatorDetection.settle(paginator, page);
        progress.warn(detected.notice());
        if (detected.finding() != null) {
            progress.find(detected.finding());
        }
        return detected.paginator();
    }

    private Taken records(PageBody body, HttpRequest request, HttpResponse response, RecordSink sink) {
        Selector known = selector == null ? located(body.document()) : selector;
        selector = known;
        warnOfOtherShape(body, known);
        FetchedFrom origin = new FetchedFrom(resource, request, page, response);
        sink.from(origin);
        Taken taken =
                processing == null ? untouched(body, known, sink, origin) : processing.take(body, known, sink, origin);
        resource.lookAt(body, known, additions);
        if (!taken.found()) {
            warnNotFound(known, taken.remainder().get());
            progress.find(Finding.unproven("page " + page + " has nothing in the place of the records"));
        }
        return taken;
    }

    private Taken untouched(PageBody body, Selector known, RecordSink sink, FetchedFrom origin) {
        SequenceCursor cursor = job.cursor();
        return cursor == null
                ? Taken.from(body, known, sink, additions)
                : Taken.newOnes(body, known, sink, additions, cursor, origin);
    }

    private Selector located(JsonValue first) {
        Selector.Keys found = DataLocation.detect(first);
        if (!DataLocation.isUsual(found.keys())) {
            resource.warnOnce(
                    "No data_selector is given, and no list on the first page has a usual name: its first list, '"
                            + found.text() + "', is taken for the records. Set data_selector to the right place.");
        }
        return found;
    }

    /** An object in the place of a list, such as an error, is one record for a selector that takes the whole page. */
    private void warnOfOtherShape(PageBody body, Selector known) {
        boolean list = body.isList();
        if (page == 1) {
            begunWithList = list;
        } else if (begunWithList && !list && known.equals(Selector.document())) {
            resource.warnOnceOfAKind(
                    "Page " + page + " of resource '" + resource.name() + "' is no list, as the first page was: it"
                            + " is taken for one record. If it is a message of the API, name it in 'response_actions'.");
        }
    }

    private void warnNotFound(Selector missing, JsonValue document) {
        String present = document instanceof JsonObject object
                ? "the page has the keys: " + String.join(", ", object.members().keySet())
                : "the page is no object";
        resource.warnOnceOfAKind("The data_selector '" + missing.text() + "' of resource '" + resource.name()
                + "' matches nothing on page " + page + ", so there are no records; " + present + ".");
    }

    /** Only statuses that promise an empty body may have one; an empty answer to anything else is a fault. */
    private static boolean isEmpty(HttpResponse response) {
        return response.length() == 0 && (response.status() == NO_CONTENT || response.status() == RESET_CONTENT);
    }

    private void requireNew(HttpRequest request) {
        if (!guard.isNew(request)) {
            throw new SourceException(
                    FailureKind.PAGINATOR,
                    "Cannot read resource '" + resource.name() + "' to its end: page " + (page + 1)
                            + " would be the same request again, " + resource.shown(request)
                            + ", and so on without end. The API keeps pointing to a page that was read already;"
                            + " check the paginator's settings.");
        }
    }

    private UnreadablePage unreadable(HttpRequest request, HttpResponse response) {
        return new UnreadablePage(resource, page, request, response);
    }
}
