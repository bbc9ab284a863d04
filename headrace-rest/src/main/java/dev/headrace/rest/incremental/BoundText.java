package dev.headrace.rest.incremental;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a text from outside the file, such as a date on the command line, into a value of a cursor. */
final class BoundText {

    private final Cursor cursor;
    private final @Nullable Object like;

    /** @param like a value of the cursor; null when none is known */
    BoundText(Cursor cursor, @Nullable Object like) {
        this.cursor = cursor;
        this.like = like;
    }

    /**
     * The value: in the notation of the cursor when it is a date or a timestamp, a number where the cursor is one.
     *
     * @throws IllegalArgumentException when it is no value of the cursor
     */
    Object value(String text) {
        Optional<Instant> moment = new IsoTime().read(text);
        CursorTime format = cursor.format();
        if (format != null) {
            return formatted(text, moment, format);
        }
        if (like instanceof String spelling) {
            Optional<IsoText> known = IsoText.read(spelling);
            return known.isPresent() && moment.isPresent() ? known.get().at(moment.get()) : text;
        }
        if (like == null) {
            return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
        }
        return number(text);
    }

    private Object formatted(String text, Optional<Instant> moment, CursorTime format) {
        if (format.read(text).isPresent() && !(format instanceof IsoTime)) {
            return format.write(format.read(text).get(), like == null ? "" : like);
        }
        Instant known = moment.orElseThrow(() -> new IllegalArgumentException(
                "'" + text + "' is neither a date or timestamp nor " + format.description()));
        return format.write(known, like == null ? text : like);
    }

    private static Number number(String text) {
        if (text.matches("-?\\d+")) {
            BigInteger integer = new BigInteger(text);
            return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
        }
        if (text.matches("-?\\d+\\.\\d+")) {
            return Double.valueOf(text);
        }
        throw new IllegalArgumentException("'" + text
                + "' is no number, but the cursor is one; where it counts seconds or milliseconds, set cursor_format");
    }
}
