package dev.headrace.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/**
 * How {@link MergeStrategy#SCD2} keeps the versions of rows. Names of columns are as written; the engine normalises them.
 *
 * @param validFrom the column that tells since when a version is valid; made by the merge
 * @param validTo the column that tells since when it is no longer
 * @param activeUntil stands in {@code validTo} while a version is valid, in the form that {@link #moment} reads; null:
 *     nothing does
 * @param boundary when this load's versions become valid and those they replace end, in the form that {@link #moment} reads;
 *     null: when the package was begun
 * @param rowVersion a column of the data that changes whenever the row does; null: the row's id, which follows from its
 *     content
 */
public record History(
        String validFrom,
        String validTo,
        @Nullable String activeUntil,
        @Nullable String boundary,
        @Nullable String rowVersion) {

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter();

    /** The columns of dlt, and nothing in the second one while a version is valid. */
    public static History standard() {
        return new History("_dlt_valid_from", "_dlt_valid_to", null, null, null);
    }

    /**
     * Reads a date, or a date and a time, in ISO 8601; UTC unless it says otherwise. Schema documents keep it as it was written.
     *
     * @throws DateTimeException when it is none
     */
    public static Instant moment(String text) {
        TemporalAccessor parsed = MOMENT.parse(text);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return ZonedDateTime.of(
                        parsed.query(TemporalQueries.localDate()),
                        time == null ? LocalTime.MIDNIGHT : time,
                        ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS)))
                .toInstant();
    }
}
