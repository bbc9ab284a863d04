package dev.headrace.rest.incremental;

import dev.headrace.Excerpt;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The field by which new rows are told from old ones.
 *
 * @param format how its values stand for moments, by which they are compared then; null: they are compared as they are
 */
public record Cursor(
        CursorPath path, Direction direction, @Nullable CursorTime format) {

    /**
     * A value of this cursor.
     *
     * @throws IllegalArgumentException when it is none: says what it is and what it should be
     */
    CursorValue value(Object raw) {
        if (!isScalar(raw)) {
            throw new IllegalArgumentException(shown(raw) + " is neither a number nor a text");
        }
        return new CursorValue(raw, format == null ? null : moment(raw, format));
    }

    private static Instant moment(Object raw, CursorTime format) {
        return format.read(raw)
                .orElseThrow(() -> new IllegalArgumentException(
                        shown(raw) + " does not fit the cursor_format, " + format.description()));
    }

    /**
     * Compares in the cursor's direction: positive when the first value is the later one.
     *
     * @throws IllegalArgumentException when they can't be compared
     */
    int compare(CursorValue first, CursorValue second) {
        if (!first.isComparable(second)) {
            throw new IllegalArgumentException(shown(first.raw()) + " can't be compared with " + shown(second.raw()));
        }
        return direction.seen(first.compare(second));
    }

    /** Whether the first of two values is the later one; a null is earlier than everything. */
    boolean isLater(Object first, @Nullable Object second) {
        return second == null || compare(value(first), value(second)) > 0;
    }

    /** The moment that a value stands for: by the format, else by what the text looks like. */
    Optional<Instant> moment(Object raw) {
        return notation(raw).flatMap(notation -> notation.read(raw));
    }

    /** How a value like this one is written; empty when it is no time, or a number without a {@code cursor_format}. */
    Optional<CursorTime> notation(Object like) {
        if (format != null) {
            return Optional.of(format);
        }
        CursorTime iso = new IsoTime();
        return iso.read(like).map(moment -> iso);
    }

    private static boolean isScalar(Object raw) {
        return raw instanceof String
                || raw instanceof Long
                || raw instanceof BigInteger
                || raw instanceof Double number && !number.isNaN();
    }

    /** A value with its kind, for messages. */
    static String shown(Object raw) {
        if (raw instanceof String text) {
            return "the text '" + Excerpt.of(text, 60) + "'";
        }
        return raw instanceof Number ? "the number " + raw : "the value " + raw;
    }
}
