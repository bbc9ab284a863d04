package dev.headrace.rest.read;

import dev.headrace.SourceException;
import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonValue;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.rest.process.FieldEdit;
import dev.headrace.rest.process.MaskWatch;
import dev.headrace.rest.process.RecordStep;
import dev.headrace.rest.process.StepFailedException;
import dev.headrace.rest.select.Selector;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one sequence as changes to fields, which the sink makes when it reads the records. The cursor judges them as they came:
 * its field is none of those that change. What it remembers of a row, and what is told of one that it can't judge, is what the steps
 * leave of it.
 */
final class SinkChanges {

    /** Bytes of a page: the records that are new have to be put together. */
    private static final int LARGEST_PAGE = 64 << 20;

    private final ResourceReading resource;
    private final FieldEdit edit;
    private final @Nullable SequenceCursor cursor;
    /** For single records; the sink makes changes at the same time. */
    private final RecordStep steps;

    private SinkChanges(Job job, FieldEdit edit) {
        this.resource = job.resource();
        this.edit = edit;
        this.cursor = job.cursor();
        this.steps = resource.definition().steps().open(new MaskWatch()).orElseThrow();
    }

    /** Those of a sequence; empty when its records have to go through the steps before somebody else sees them. */
    static Optional<SinkChanges> of(Job job) {
        ResourceReading resource = job.resource();
        FieldEdit edit = resource.fieldEdit();
        IncrementalDefinition incremental = resource.definition().endpoint().incremental();
        boolean seen = !job.additions().isEmpty() || !resource.children().isEmpty();
        return edit == null || seen || incremental != null && !leaves(edit, incremental)
                ? Optional.empty()
                : Optional.of(new SinkChanges(job, edit));
    }

    private static boolean leaves(FieldEdit edit, IncrementalDefinition incremental) {
        Optional<List<String>> cursor = incremental.cursor().path().plainKeys();
        return cursor.filter(keys -> edit.leaves(keys.get(0))).isPresent();
    }

    /** Whether the masks have met what they were to meet; until then records have to be looked at. */
    boolean areSettled() {
        return edit.isSettled();
    }

    /** Whether the records of a page can be {@linkplain #take taken} now. */
    boolean canTake(PageBody body) {
        return areSettled() && body.end() - body.start() <= LARGEST_PAGE;
    }

    /** What the sink is to change in the records of a page. */
    RecordChanges of(FetchedFrom page) {
        return new PageChanges(edit, page);
    }

    /** Hands on the records of a page, or those that the cursor admits. */
    Taken take(PageBody body, Selector selector, RecordSink sink, FetchedFrom origin) {
        JsonValue document = body.document();
        Optional<List<JsonValue>> found = selector.select(document);
        List<JsonValue> records = found.orElse(List.of());
        resource.masks().see(records.size());
        Admission admission = cursor == null ? Admission.ofAll(records) : judged(records, cursor, sink, origin);
        FetchedFrom from = origin.numbered(admission.numbers(origin.numbers()));
        sink.from(from);
        handOn(body, selector, sink, from, admission);
        return new Taken(
                records.size(), found.isPresent(), () -> document, () -> document, List::of, body.print(records));
    }

    private void handOn(PageBody body, Selector selector, RecordSink sink, FetchedFrom from, Admission admission) {
        if (admission.isOfAll() && selector instanceof Selector.Keys path) {
            sink.writeChanged(body.bytes(), body.end(), path.keys(), of(from));
        } else if (!admission.records().isEmpty()) {
            JsonArray page = JsonArray.of(admission.records());
            sink.writeChanged(page.bytes(), page.end(), List.of(), of(from));
        }
    }

    private Admission judged(List<JsonValue> records, SequenceCursor by, RecordSink sink, FetchedFrom origin) {
        Admission admission = Admission.of(
                records,
                by,
                (record, place) -> loaded(record, origin.number(place), origin.page()),
                sink,
                (e, record, place) -> refused(e, record, origin.number(place)));
        admission.tell(resource.account());
        return admission;
    }

    /** What is put aside does not move the cursor, so that a record that may not fit is changed before that sees it. */
    private Supplier<JsonValue> loaded(JsonValue record, int number, int page) {
        if (!edit.isAmbiguous(record)) {
            return () -> changed(record);
        }
        try {
            JsonValue left = changed(record);
            return () -> left;
        } catch (StepFailedException e) {
            throw Processing.failed(resource, e, number, page);
        }
    }

    private JsonValue changed(JsonValue record) {
        List<JsonValue> left = new ArrayList<>();
        steps.accept(record, left::add);
        return left.get(0);
    }

    private RefusedRecord refused(SourceException reason, JsonValue record, int number) {
        try {
            return Refusal.ofCursor(reason, changed(record), number);
        } catch (StepFailedException e) {
            return Refusal.ofStep(resource, e, record, number);
        }
    }
}
