package dev.headrace.rest.incremental;

import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a resource loads only what is new.
 *
 * @param key tells rows apart that have the boundary's value
 * @param order null: rows come in any order
 * @param conversion how values are written in requests; null: as they are
 * @param window null: one request for all that is new
 * @param attributes what placeholders such as {@code {incremental.lag}} stand for besides the four values
 */
public record IncrementalDefinition(
        Cursor cursor,
        Bounds bounds,
        Lag lag,
        BoundaryKey key,
        @Nullable RowOrder order,
        MissingCursor missing,
        @Nullable CursorTime conversion,
        @Nullable Window window,
        Map<String, @Nullable Object> attributes) {

    public IncrementalDefinition {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The smallest one: everything from the initial value on. */
    public static IncrementalDefinition of(String path, @Nullable Object initial) {
        return new IncrementalDefinition(
                new Cursor(CursorPath.parse(path), Direction.MAX, null),
                new Bounds(initial, null, false, false),
                Lag.none(),
                BoundaryKey.wholeRow(),
                null,
                MissingCursor.RAISE,
                null,
                null,
                Map.of());
    }

    /**
     * Whether a record may be loaded whatever has been loaded before.
     *
     * @throws dev.headrace.SourceException when it has no cursor value and must have one, or one that is none
     */
    public boolean accepts(String resource, JsonValue record) {
        JsonValue found = cursor.path().find(record);
        if (found == null || found instanceof JsonNull) {
            return switch (missing) {
                case INCLUDE -> true;
                case EXCLUDE -> false;
                case RAISE -> throw RowFailures.missing(resource, cursor, found != null, record);
            };
        }
        try {
            cursor.value(Objects.requireNonNull(found.toJava()));
            return true;
        } catch (IllegalArgumentException e) {
            throw RowFailures.incomparable(resource, cursor, e);
        }
    }

    /** Whether nothing is remembered: a range with an end is read as it is, every time. */
    public boolean isStateless() {
        return bounds.end() != null;
    }

    /** Whether a page may be the last one although the API has more. */
    public boolean mayEndEarly() {
        return order != null;
    }

    /** Whether rows at the boundary are compared with those of the run before. */
    boolean comparesRows() {
        return !key.none() && !bounds.startOpen() && !isStateless() && lag.isZero();
    }

    public IncrementalDefinition with(Bounds other) {
        return new IncrementalDefinition(cursor, other, lag, key, order, missing, conversion, window, attributes);
    }

    /**
     * The same for a range from outside the file, which leaves what is remembered alone.
     *
     * @param from as a date or timestamp, or as the cursor has it
     * @param to likewise; where the range ends
     * @throws IllegalArgumentException when one is no value of the cursor, or they are the wrong way round
     */
    public IncrementalDefinition between(String from, String to) {
        BoundText texts = new BoundText(cursor, bounds.initial());
        Object start = texts.value(from);
        Object end = texts.value(to);
        if (cursor.isLater(start, end)) {
            throw new IllegalArgumentException(
                    "the range begins with " + Cursor.shown(start) + ", which is behind its end, " + Cursor.shown(end));
        }
        return with(bounds.withValues(start, end));
    }
}
