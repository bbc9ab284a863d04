package dev.headrace.rest.incremental;

import java.time.Instant;
import java.util.Optional;

/** Dates and timestamps in the notations of ISO 8601, with any offset. */
record IsoTime() implements CursorTime {

    @Override
    public Optional<Instant> read(Object value) {
        return value instanceof String text
                ? IsoText.read(text).map(found -> found.moment().toInstant())
                : Optional.empty();
    }

    @Override
    public Object write(Instant moment, Object like) {
        Optional<IsoText> spelling = like instanceof String text ? IsoText.read(text) : Optional.empty();
        return spelling.map(found -> found.at(moment)).orElseGet(moment::toString);
    }

    @Override
    public String description() {
        return "a date or timestamp such as 2024-01-31T08:00:00Z";
    }
}
