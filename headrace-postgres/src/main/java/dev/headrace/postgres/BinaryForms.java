package dev.headrace.postgres;

import dev.headrace.parquet.ColumnValues;
import java.sql.SQLException;

/** The forms that are more than a line. PostgreSQL counts time from 2000-01-01, load packages from 1970-01-01. */
final class BinaryForms {

    private static final int JSONB_VERSION = 1;
    private static final long EPOCH_DAYS = 10_957;
    private static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;

    private BinaryForms() {}

    static void writeBytes(ColumnValues value, CopyBuffer out) throws SQLException {
        out.bytesField(value.bytes(), value.start(), value.length());
    }

    static void writeJson(ColumnValues value, CopyBuffer out) throws SQLException {
        out.int32(value.length() + 1);
        out.oneByte(JSONB_VERSION);
        out.raw(value.bytes(), value.start(), value.length());
    }

    static BinaryForm numeric() {
        NumericForm form = new NumericForm();
        return (value, out) -> form.write(value.bytes(), value.start(), value.length(), out);
    }

    static void writeTimestamp(ColumnValues value, CopyBuffer out) throws SQLException {
        out.longField(value.number() - EPOCH_MICROS);
    }

    static void writeDate(ColumnValues value, CopyBuffer out) throws SQLException {
        out.intField((int) (value.number() - EPOCH_DAYS));
    }

    static void writeInteger(ColumnValues value, CopyBuffer out) throws SQLException {
        long number = value.number();
        if (number != (int) number) {
            throw tooLarge(number, "integer");
        }
        out.intField((int) number);
    }

    static void writeSmallInteger(ColumnValues value, CopyBuffer out) throws SQLException {
        long number = value.number();
        if (number != (short) number) {
            throw tooLarge(number, "smallint");
        }
        out.shortField((short) number);
    }

    private static SQLException tooLarge(long number, String type) {
        return new RefusedValueException(number + " is too large for " + type + ".", PostgresFailures.OUT_OF_RANGE);
    }
}
