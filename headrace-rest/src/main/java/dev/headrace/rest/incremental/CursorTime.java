package dev.headrace.rest.incremental;

import java.time.Instant;
import java.util.Optional;

/** A way to write a moment as a JSON value. Immutable. */
public interface CursorTime {

    /** The moment that a value stands for; empty when it is not of this notation. */
    Optional<Instant> read(Object value);

    /**
     * The moment in this notation.
     *
     * @param like a value whose spelling is kept where this notation allows several
     */
    Object write(Instant moment, Object like);

    /** What values look like, for messages. */
    String description();

    /**
     * The notation of that name: {@code iso}, {@code date}, {@code epoch_seconds}, {@code epoch_milliseconds}, else a
     * pattern of {@link java.time.format.DateTimeFormatter}, in UTC where it has no offset.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    static CursorTime named(String name) {
        return switch (name) {
            case "iso" -> new IsoTime();
            case "date" -> new PatternTime("uuuu-MM-dd");
            case "epoch_seconds" -> EpochTime.SECONDS;
            case "epoch_milliseconds" -> EpochTime.MILLISECONDS;
            default -> new PatternTime(name);
        };
    }
}
