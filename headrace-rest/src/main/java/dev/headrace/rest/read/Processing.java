package dev.headrace.rest.read;

import dev.headrace.Excerpt;
import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.rest.process.Discretion;
import dev.headrace.rest.process.RecordStep;
import dev.headrace.rest.process.StepFailedException;
import dev.headrace.rest.select.Selector;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one sequence, and its cursor behind them: the road of pages whose records are not loaded as they are. Where
 * steps change fields only, {@linkplain #changes the sink may do that} on the road of all other pages.
 */
final class Processing {

    private static final int EXCERPT = 200;

    private final ResourceReading resource;
    private final Completion completion;
    private final RecordStep steps;
    private final @Nullable SequenceCursor cursor;
    /** Null: records are looked at one by one. */
    private final @Nullable SinkChanges bySink;

    Processing(Job job, RecordStep steps) {
        this.resource = job.resource();
        this.completion = new Completion(job.additions());
        this.steps = steps;
        this.cursor = job.cursor();
        this.bySink = SinkChanges.of(job).orElse(null);
    }

    /** Whether records need not be {@linkplain #take taken} one by one, because the sink can make all {@link #changes}. */
    boolean isLeftToSink() {
        return bySink != null && bySink.areSettled();
    }

    /** What the sink is to change in the records of a page; there must be steps for it. */
    RecordChanges changes(FetchedFrom page) {
        return Objects.requireNonNull(bySink).of(page);
    }

    /**
     * Hands on what the steps leave of a page's records.
     *
     * @param origin the page, for messages
     */
    Taken take(PageBody body, Selector selector, RecordSink sink, FetchedFrom origin) {
        return bySink != null && bySink.canTake(body)
                ? bySink.take(body, selector, sink, origin)
                : processed(body, selector, sink, origin);
    }

    private Taken processed(PageBody body, Selector selector, RecordSink sink, FetchedFrom origin) {
        JsonValue document = body.document();
        Optional<List<JsonValue>> found = selector.select(document);
        List<JsonValue> records = found.orElse(List.of());
        List<JsonValue> left = left(records, sink, origin);
        Taken.writeTogether(left, sink, List.of());
        return new Taken(
                records.size(), found.isPresent(), () -> document, () -> document, () -> left, body.print(records));
    }

    private List<JsonValue> left(List<JsonValue> records, RecordSink sink, FetchedFrom origin) {
        List<JsonValue> left = new ArrayList<>(records.size());
        int[] behind = new int[records.size()];
        int refused = 0;
        for (int i = 0; i < behind.length; i++) {
            refused += process(records.get(i), i + 1, left, sink, origin) ? 0 : 1;
            behind[i] = left.size();
        }
        steps.endPage();
        resource.account().leaveOut(Account.STEPS, records.size() - refused - left.size());
        resource.account().leaveOut(Account.QUARANTINED, refused);
        IntUnaryOperator numbers = index -> place(behind, index);
        if (cursor == null) {
            sink.from(origin.numbered(numbers));
            return left;
        }
        Admission admission = Admission.of(
                left,
                cursor,
                (record, place) -> () -> record,
                sink,
                (reason, record, index) -> Refusal.ofCursor(reason, record, numbers.applyAsInt(index)));
        admission.tell(resource.account());
        sink.from(origin.numbered(admission.numbers(numbers)));
        return admission.records();
    }

    /** Adds what the steps leave of a record; false when it goes to the sink's quarantine, and nothing is left of it. */
    private boolean process(JsonValue record, int number, List<JsonValue> left, RecordSink sink, FetchedFrom origin) {
        int before = left.size();
        JsonValue complete = completion.of(record);
        try {
            steps.accept(complete, left::add);
            return true;
        } catch (StepFailedException e) {
            left.subList(before, left.size()).clear();
            if (!sink.refuse(Refusal.ofStep(resource, e, complete, number))) {
                throw failed(resource, e, number, origin.page());
            }
            return false;
        }
    }

    /** The place on the page, from 1, of the record that left what stands at an index. */
    private static int place(int[] behind, int index) {
        int place = 0;
        while (behind[place] <= index) {
            place++;
        }
        return place + 1;
    }

    /** How a run ends with a record that does not fit, and is not put aside. */
    static SourceException failed(ResourceReading resource, StepFailedException cause, int record, int page) {
        Discretion discretion = resource.discretion();
        String text = resource.shownText(discretion.record(cause.record()));
        String excerpt = Excerpt.of(text, EXCERPT);
        return new SourceException(
                FailureKind.DATA,
                "Cannot process record " + record + " on page " + page + " of resource '" + resource.name() + "': "
                        + resource.shownText(discretion.reason(cause)) + " The record: " + excerpt,
                discretion.hides() ? null : cause);
    }
}
