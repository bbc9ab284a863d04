package dev.headrace.rest.read;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.incremental.SequenceCursor;
import dev.headrace.rest.process.Discretion;
import dev.headrace.rest.process.RecordStep;
import dev.headrace.rest.process.StepFailedException;
import dev.headrace.rest.select.Selector;
import dev.headrace.source.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of one sequence, and its cursor behind them: the road of pages whose records are not loaded as they are. */
final class Processing {

    private static final int EXCERPT = 200;

    private final ResourceReading resource;
    private final Completion completion;
    private final RecordStep steps;
    private final @Nullable SequenceCursor cursor;

    Processing(Job job, RecordStep steps) {
        this.resource = job.resource();
        this.completion = new Completion(job.additions());
        this.steps = steps;
        this.cursor = job.cursor();
    }

    /**
     * Hands on what the steps leave of a page's records.
     *
     * @param page its number, for messages
     */
    Taken take(PageBody body, Selector selector, RecordSink sink, int page) {
        JsonValue document = body.document();
        Optional<List<JsonValue>> found = selector.select(document);
        List<JsonValue> records = found.orElse(List.of());
        List<JsonValue> left = left(records, page);
        if (!left.isEmpty()) {
            byte[] text = PageText.of(left);
            sink.writePage(text, text.length, List.of(), List.of());
        }
        return new Taken(records.size(), found.isPresent(), () -> document, () -> document, () -> left, body.print());
    }

    private List<JsonValue> left(List<JsonValue> records, int page) {
        List<JsonValue> left = new ArrayList<>(records.size());
        int number = 0;
        try {
            for (JsonValue record : records) {
                number++;
                steps.accept(completion.of(record), left::add);
            }
        } catch (StepFailedException e) {
            throw failed(e, number, page);
        }
        steps.endPage();
        resource.account().leaveOut(Account.STEPS, records.size() - left.size());
        return cursor == null ? left : newOnes(left, cursor);
    }

    private List<JsonValue> newOnes(List<JsonValue> left, SequenceCursor cursor) {
        List<JsonValue> admitted = left.stream().filter(cursor::admits).toList();
        cursor.endPage();
        resource.account().leaveOut(Account.INCREMENTAL, left.size() - admitted.size());
        return admitted;
    }

    private SourceException failed(StepFailedException cause, int record, int page) {
        Discretion discretion = resource.discretion();
        String text = resource.shownText(discretion.record(cause.record()));
        String excerpt = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
        return new SourceException(
                FailureKind.DATA,
                "Cannot process record " + record + " on page " + page + " of resource '" + resource.name() + "': "
                        + resource.shownText(discretion.reason(cause)) + " The record: " + excerpt,
                discretion.hides() ? null : cause);
    }
}
