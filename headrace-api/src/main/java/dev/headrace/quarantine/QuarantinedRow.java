package dev.headrace.quarantine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link ErrorsTable}.
 *
 * @param loadId the load that brought it
 * @param id names it
 * @param schema the name of the source's schema
 * @param table null: it is not known, or there is none
 * @param column likewise
 * @param kind the {@linkplain BadRowKind#label() name} of one of the kinds
 * @param request method and URL, redacted; null: not known
 * @param page the page of its sequence of requests, from 1; null: not known
 * @param number the record's place on the page, from 1; null: not known
 * @param record JSON text; null: there is none
 * @param whole whether the text is the whole record as it came
 * @param processed whether the record has gone through the steps of its resource
 * @param replayedAt when it was loaded after all; null: it was not
 * @param replayLoadId the load that did; null likewise
 */
public record QuarantinedRow(
        String loadId,
        String id,
        String pipeline,
        String schema,
        Instant occurredAt,
        String resource,
        @Nullable String table,
        @Nullable String column,
        String kind,
        String reason,
        @Nullable String request,
        @Nullable Long page,
        @Nullable Long number,
        @Nullable String record,
        boolean whole,
        boolean processed,
        @Nullable Instant replayedAt,
        @Nullable String replayLoadId) {

    /** Whether the record can be tried again. */
    public boolean isReplayable() {
        return whole && record != null && replayedAt == null;
    }

    /** The same record with another reason why it can't be written. */
    public QuarantinedRow because(
            String newKind, String newReason, @Nullable String newTable, @Nullable String newColumn) {
        return copy(newTable, newColumn, newKind, newReason, replayedAt, replayLoadId);
    }

    /** The same record, loaded. */
    public QuarantinedRow replayed(Instant when, String load) {
        return copy(table, column, kind, reason, when, load);
    }

    private QuarantinedRow copy(
            @Nullable String newTable,
            @Nullable String newColumn,
            String newKind,
            String newReason,
            @Nullable Instant newReplayedAt,
            @Nullable String newReplayLoadId) {
        return new QuarantinedRow(
                loadId,
                id,
                pipeline,
                schema,
                occurredAt,
                resource,
                newTable,
                newColumn,
                newKind,
                newReason,
                request,
                page,
                number,
                record,
                whole,
                processed,
                newReplayedAt,
                newReplayLoadId);
    }
}
