package dev.headrace.engine.convert;

/**
 * Recognises ISO 8601 dates without a time: calendar, ordinal and week dates; a missing day or month is the first. Safe for
 * any number of threads.
 */
public final class IsoDate {

    /** The text is no date. */
    public static final long NONE = Calendar.NONE;

    private IsoDate() {}

    /** Days since 1970-01-01 of the UTF-8 text from {@code start} to before {@code end}, or {@link #NONE}. */
    public static long parse(byte[] text, int start, int end) {
        IsoCursor cursor = new IsoCursor(text, start, end);
        long day = cursor.date(false);
        return cursor.atEnd() ? day : NONE;
    }
}
