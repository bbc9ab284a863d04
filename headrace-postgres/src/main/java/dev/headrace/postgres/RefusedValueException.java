package dev.headrace.postgres;

import dev.headrace.Excerpt;
import java.sql.SQLException;

/** A value that the database cannot take; the message names it, and after {@link #in} its place too. */
final class RefusedValueException extends SQLException {

    private static final int LONGEST_SHOWN = 80;

    RefusedValueException(String reason, String state) {
        super(reason, state);
    }

    /** The same, with its place. */
    RefusedValueException in(String column, long row) {
        return new RefusedValueException("column '" + column + "' of row " + row + ": " + getMessage(), getSQLState());
    }

    /** A text as it may stand in a message. */
    static String shown(String text) {
        String whole = text.replace("\0", "\\u0000").replace('\n', ' ');
        return "'" + Excerpt.of(whole, LONGEST_SHOWN) + "'";
    }
}
