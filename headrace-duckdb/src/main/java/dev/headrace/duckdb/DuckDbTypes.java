package dev.headrace.duckdb;

import dev.headrace.DestinationException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import java.util.Optional;

/** The types of columns, as dlt chooses them for DuckDB. */
final class DuckDbTypes {

    private static final int DECIMAL_PRECISION = 38;
    private static final int DECIMAL_SCALE = 9;

    private DuckDbTypes() {}

    static String of(ColumnSchema column) {
        return switch (column.requiredType()) {
            case TEXT -> "VARCHAR";
            case DOUBLE -> "DOUBLE";
            case BOOL -> "BOOLEAN";
            case TIMESTAMP -> timestamp(column);
            case BIGINT -> integer(column);
            case BINARY -> "BLOB";
            case JSON -> "JSON";
            case DECIMAL -> decimal(column, DECIMAL_SCALE);
            case WEI -> decimal(column, 0);
            case DATE -> "DATE";
            case TIME -> "TIME";
        };
    }

    private static String integer(ColumnSchema column) {
        int bits = column.number(Hints.PRECISION).orElse(64);
        if (bits > 128) {
            throw refused(column, "bigint with a precision of " + bits + " bits", "Use at most 128.");
        }
        if (bits > 64) {
            return "HUGEINT";
        }
        if (bits > 32) {
            return "BIGINT";
        }
        if (bits > 16) {
            return "INTEGER";
        }
        return bits > 8 ? "SMALLINT" : "TINYINT";
    }

    private static String decimal(ColumnSchema column, int defaultScale) {
        int precision = column.number(Hints.PRECISION).orElse(DECIMAL_PRECISION);
        int scale = column.number(Hints.SCALE).orElse(Math.min(defaultScale, precision));
        if (precision < 1 || precision > DECIMAL_PRECISION || scale < 0 || scale > precision) {
            throw refused(
                    column,
                    "decimal with precision " + precision + " and scale " + scale,
                    "Use a precision of 1 to 38 and a scale not above it.");
        }
        return "DECIMAL(" + precision + "," + scale + ")";
    }

    private static String timestamp(ColumnSchema column) {
        Optional<Integer> precision = column.number(Hints.PRECISION);
        if (!Boolean.FALSE.equals(column.hints().get(Hints.TIMEZONE))) {
            return "TIMESTAMP WITH TIME ZONE";
        }
        int digits = precision.orElse(6);
        if (digits > 9) {
            throw refused(column, "timestamp with precision " + digits, "Use at most 9.");
        }
        if (digits > 6) {
            return "TIMESTAMP_NS";
        }
        if (digits > 3) {
            return "TIMESTAMP";
        }
        return digits > 0 ? "TIMESTAMP_MS" : "TIMESTAMP_S";
    }

    private static DestinationException refused(ColumnSchema column, String what, String advice) {
        return new DestinationException(
                DestinationException.Reason.PACKAGE,
                "Cannot make column '" + column.name() + "' in DuckDB: it has no " + what + ". " + advice,
                null);
    }
}
