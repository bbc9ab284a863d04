package dev.headrace.quarantine;

import java.util.Locale;

/** Why something is in quarantine. */
public enum BadRowKind {
    /** A contract forbids the table or the column that the record would need. */
    CONTRACT,
    /** A value has a type that its column does not take, and that no other column may take. */
    TYPE,
    /** A key, or a column declared as not nullable, is null or missing. */
    REQUIRED,
    /** Its text is not what it must be: no UTF-8, no JSON, or characters that the destination has none for. */
    ENCODING,
    /** A processing step failed. */
    STEP,
    /** The cursor has no value in it, or one that can't be compared. */
    CURSOR,
    /** No record: requests for one record of a parent failed, and were skipped. */
    REQUEST;

    /** The name in {@link ErrorsTable} and in reports, such as {@code contract}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
