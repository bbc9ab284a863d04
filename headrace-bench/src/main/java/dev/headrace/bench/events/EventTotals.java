package dev.headrace.bench.events;

/**
 * What a set of events amounts to; a load of it must amount to the same.
 *
 * @param records root records
 * @param bytes JSON of the records alone, without what a page adds
 * @param attendees elements of all {@code attendees} lists
 * @param tags elements of all {@code tags} lists
 * @param nullDescriptions records whose {@code description} is null
 * @param costCents sum of {@code cost}, in hundredths
 * @param titleCharacters sum of the lengths of {@code title}, in Unicode code points
 * @param startMillis sum of {@code start_at}, in milliseconds since {@link #ORIGIN}: sums of more than 5 million would
 *     not fit otherwise
 */
public record EventTotals(
        long records,
        long bytes,
        long attendees,
        long tags,
        long nullDescriptions,
        long costCents,
        long titleCharacters,
        long startMillis) {

    /** 2020-09-13T12:26:40Z in milliseconds since 1970-01-01T00:00Z; few events begin before it. */
    public static final long ORIGIN = 1_600_000_000_000L;

    /** Makes every record once, and counts. */
    public static EventTotals of(EventSet events) {
        EventWriter writer = new EventWriter();
        for (long position = 0; position < events.records(); position++) {
            writer.text().clear();
            writer.write(events.number(position), events.revision());
        }
        return writer.totals();
    }

    /** One object of JSON. */
    public String toJson() {
        return "{\"records\":" + records + ",\"bytes\":" + bytes + ",\"bytes_per_record\":"
                + bytes / Math.max(1, records) + ",\"attendees\":" + attendees + ",\"tags\":" + tags
                + ",\"null_descriptions\":" + nullDescriptions + ",\"cost_cents\":" + costCents
                + ",\"title_characters\":" + titleCharacters + ",\"start_millis\":" + startMillis + "}";
    }
}
