package dev.headrace.engine.normalise;

import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageOrigin;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Brings records that cannot be written to quarantine, together with where they come from. */
final class Refusals {

    /** So many bad records may be a matter of the records, however few good ones there are. */
    private static final long ALWAYS_FINE = 500;

    private final String resource;
    private final Quarantine quarantine;
    private @Nullable PageOrigin origin;
    private @Nullable String first;

    /** Records that were taken before those of the page. */
    private long before;

    /** Bad ones among the records that were taken, and among those that another one of these had taken before. */
    private long ofTaken;

    private long ofTakenAtPage;
    private long earlier;

    /** Records that were refused without having been taken; failed requests are none. */
    private long untaken;

    Refusals(String resource, Quarantine quarantine) {
        this.resource = resource;
        this.quarantine = quarantine;
    }

    Quarantine quarantine() {
        return quarantine;
    }

    /** @param records how many have been taken before those that follow */
    void from(@Nullable PageOrigin page, long records) {
        origin = page;
        before = records;
    }

    /** Goes on behind so many bad ones among the records that were taken. */
    void continueAfter(long bad) {
        earlier = bad;
    }

    /** How many records that were taken are in quarantine. */
    long ofTaken() {
        return ofTaken;
    }

    /** A page begins: its records are counted from here. */
    void beginPage(long records) {
        before = records;
        ofTakenAtPage = ofTaken;
        quarantine.markPage();
    }

    /** What has come of the page never came. */
    void forgetPage() {
        ofTaken = ofTakenAtPage;
        quarantine.forgetPage();
    }

    /**
     * @param record its text in its page
     * @param records how many have been taken, this one included
     */
    void put(UnwritableException failure, JsonSlice record, List<Addition> additions, long records) {
        ofTaken++;
        put(
                new BadRecord(
                        failure.kind(),
                        failure.failure().message(),
                        failure.table(),
                        failure.column(),
                        complete(record, additions),
                        true,
                        origin == null || origin.isProcessed(),
                        place(records)),
                records);
    }

    /** A record that is no JSON, and can't be tried again. */
    void put(JsonSyntaxException failure, JsonSlice record, long records) {
        ofTaken++;
        String reason = "Cannot read the record: expected " + failure.expected() + " at its byte "
                + (failure.offset() - record.start()) + " but found " + failure.found() + ".";
        put(
                new BadRecord(BadRowKind.ENCODING, reason, null, null, record.text(), false, true, place(records)),
                records);
    }

    /** A record that was taken, and could not be changed. */
    void putTaken(RefusedRecord refused, long records) {
        ofTaken++;
        putRefused(refused, records);
    }

    /** A record that a source refuses. */
    void put(RefusedRecord refused, long records) {
        untaken += refused.kind() == BadRowKind.REQUEST ? 0 : 1;
        putRefused(refused, records);
    }

    private void putRefused(RefusedRecord refused, long records) {
        Integer number =
                refused.number().isPresent() ? Integer.valueOf(refused.number().getAsInt()) : null;
        PageOrigin page = origin;
        put(
                new BadRecord(
                        refused.kind(),
                        refused.reason(),
                        null,
                        null,
                        refused.record(),
                        refused.whole(),
                        refused.processed(),
                        page == null ? null : new BadRecord.Place(page.request(), page.page(), number)),
                records);
    }

    private void put(BadRecord record, long records) {
        String begun = first == null ? record.reason() : first;
        first = begun;
        quarantine.take(record);
        long bad = earlier + ofTaken + untaken;
        long all = records + untaken;
        if (bad > ALWAYS_FINE && bad * 2 > all && !quarantine.takesMost()) {
            throw Failures.tooMany(resource, bad, all, begun);
        }
    }

    private BadRecord.@Nullable Place place(long records) {
        PageOrigin page = origin;
        return page == null
                ? null
                : new BadRecord.Place(page.request(), page.page(), page.number((int) (records - before - 1)));
    }

    /** The record with what is added to it. */
    private static String complete(JsonSlice record, List<Addition> additions) {
        if (additions.isEmpty()) {
            return record.text();
        }
        RawObject object = RawObject.of(RawValue.of(record));
        additions.forEach(addition -> object.members().put(addition.key(), RawValue.of(addition.value())));
        StringJoiner members = new StringJoiner(",", "{", "}");
        object.members()
                .forEach((key, value) ->
                        members.add(JsonText.quoted(key) + ':' + value.source().text()));
        return members.toString();
    }
}
