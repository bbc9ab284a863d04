package dev.headrace.engine.quarantine;

import dev.headrace.Excerpt;
import dev.headrace.engine.normalise.BadRecord;
import dev.headrace.quarantine.QuarantinedRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes rows of the table of errors out of records that cannot be written. */
final class ErrorRow {

    /** Longer records are cut: their beginning shows what they are, and a database need not carry them. */
    static final int LONGEST = 1 << 20;

    private static final int EXCERPT = 10_000;
    private static final int LONGEST_REASON = 5_000;

    private ErrorRow() {}

    static QuarantinedRow of(BadRecord bad, ErrorOrigin origin, String id, Instant now) {
        String shown = bad.text() == null ? null : origin.redactor().redact(bad.text());
        String text = shown == null ? null : storable(shown);
        boolean whole = bad.whole() && text != null && text.equals(bad.text()) && text.length() <= LONGEST;
        BadRecord.Place place = bad.place();
        return new QuarantinedRow(
                origin.loadId().value(),
                id,
                origin.pipeline(),
                origin.schema(),
                now,
                origin.resource(),
                bad.table(),
                bad.column(),
                bad.kind().label(),
                cut(storable(origin.redactor().redact(bad.reason())), LONGEST_REASON, LONGEST_REASON),
                place == null ? null : place.request(),
                place == null ? null : Long.valueOf(place.page()),
                number(place),
                text == null ? null : cut(text, LONGEST, EXCERPT),
                whole,
                bad.processed(),
                null,
                null);
    }

    private static @Nullable Long number(BadRecord.@Nullable Place place) {
        Integer number = place == null ? null : place.number();
        return number == null ? null : Long.valueOf(number);
    }

    private static String cut(String text, int longest, int excerpt) {
        return text.length() <= longest ? text : Excerpt.of(text, excerpt);
    }

    /** No database takes U+0000 for granted. */
    private static String storable(String text) {
        return text.replace('\0', '\ufffd');
    }
}
