package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import java.util.Optional;

/** The types of columns, as dlt chooses them for PostgreSQL. */
final class PostgresTypes {

    private static final int DECIMAL_PRECISION = 38;
    private static final int DECIMAL_SCALE = 9;
    /** 256 bits on either side of the point. */
    private static final String WEI = "numeric(156,78)";

    private static final int MOST_DIGITS = 1000;
    private static final int MOST_CHARACTERS = 10_485_760;
    private static final int MOST_FRACTION_DIGITS = 6;

    private PostgresTypes() {}

    static String of(ColumnSchema column) {
        return switch (column.requiredType()) {
            case TEXT -> text(column);
            case DOUBLE -> "double precision";
            case BOOL -> "boolean";
            case TIMESTAMP -> timestamp(column);
            case BIGINT -> integer(column);
            case BINARY -> "bytea";
            case JSON -> "jsonb";
            case DECIMAL -> decimal(column);
            case WEI -> column.number(Hints.PRECISION).isPresent() ? decimal(column) : WEI;
            case DATE -> "date";
            case TIME -> time(column);
        };
    }

    private static String text(ColumnSchema column) {
        Optional<Integer> characters = column.number(Hints.PRECISION);
        if (characters.isEmpty()) {
            return "varchar";
        }
        if (characters.get() < 1 || characters.get() > MOST_CHARACTERS) {
            throw refused(column, "text with precision " + characters.get(), "Use 1 to " + MOST_CHARACTERS + ".");
        }
        return "varchar(" + characters.get() + ")";
    }

    private static String integer(ColumnSchema column) {
        int bits = column.number(Hints.PRECISION).orElse(64);
        if (bits > 64) {
            throw refused(column, "bigint with a precision of " + bits + " bits", "Use at most 64, or decimal.");
        }
        if (bits > 32) {
            return "bigint";
        }
        return bits > 16 ? "integer" : "smallint";
    }

    private static String decimal(ColumnSchema column) {
        int precision = column.number(Hints.PRECISION).orElse(DECIMAL_PRECISION);
        int scale = column.number(Hints.SCALE).orElse(Math.min(DECIMAL_SCALE, precision));
        if (precision < 1 || precision > MOST_DIGITS || scale < 0 || scale > precision) {
            throw refused(
                    column,
                    "decimal with precision " + precision + " and scale " + scale,
                    "Use a precision of 1 to " + MOST_DIGITS + " and a scale not above it.");
        }
        return "numeric(" + precision + "," + scale + ")";
    }

    private static String timestamp(ColumnSchema column) {
        boolean zoned = !Boolean.FALSE.equals(column.hints().get(Hints.TIMEZONE));
        return "timestamp" + fraction(column) + (zoned ? " with time zone" : " without time zone");
    }

    private static String time(ColumnSchema column) {
        return "time" + fraction(column) + " without time zone";
    }

    private static String fraction(ColumnSchema column) {
        Optional<Integer> digits = column.number(Hints.PRECISION);
        if (digits.isEmpty()) {
            return "";
        }
        if (digits.get() < 0 || digits.get() > MOST_FRACTION_DIGITS) {
            throw refused(
                    column,
                    column.requiredType().label() + " with precision " + digits.get(),
                    "Use 0 to " + MOST_FRACTION_DIGITS + ".");
        }
        return "(" + digits.get() + ")";
    }

    private static DestinationException refused(ColumnSchema column, String what, String advice) {
        return new DestinationException(
                DestinationException.Reason.PACKAGE,
                "Cannot make column '" + column.name() + "' in PostgreSQL: it has no " + what + ". " + advice,
                null);
    }
}
