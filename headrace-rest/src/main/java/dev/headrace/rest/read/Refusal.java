package dev.headrace.rest.read;

import dev.headrace.SourceException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonValue;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.rest.process.Discretion;
import dev.headrace.rest.process.StepFailedException;
import java.util.Map;
import java.util.OptionalInt;

/** What a sink is told of a record that it does not get, or of records that could not be asked for. */
final class Refusal {

    private Refusal() {}

    /**
     * A step failed.
     *
     * @param record as it came, with what is added to it
     */
    static RefusedRecord ofStep(ResourceReading resource, StepFailedException failure, JsonValue record, int number) {
        Discretion discretion = resource.discretion();
        return new RefusedRecord(
                BadRowKind.STEP,
                "Cannot process the record: " + resource.shownText(discretion.reason(failure)),
                discretion.record(record),
                !discretion.hides(),
                false,
                OptionalInt.of(number));
    }

    /**
     * The cursor can't be read.
     *
     * @param record as it would be loaded
     */
    static RefusedRecord ofCursor(SourceException failure, JsonValue record, int number) {
        return new RefusedRecord(
                BadRowKind.CURSOR, failure.message(), record.source(), true, true, OptionalInt.of(number));
    }

    /** A record has not what the requests of a child need. */
    static RefusedRecord ofChild(ResourceReading parent, SourceException failure, JsonValue record) {
        return new RefusedRecord(
                BadRowKind.REQUEST,
                failure.message(),
                parent.discretion().record(record),
                false,
                true,
                OptionalInt.empty());
    }

    /** @param parent the values of the parent's record that the request was made of; ready to be shown */
    static RefusedRecord ofRequest(String reason, Map<String, String> parent) {
        return new RefusedRecord(BadRowKind.REQUEST, reason, JsonText.write(parent), false, false, OptionalInt.empty());
    }
}
