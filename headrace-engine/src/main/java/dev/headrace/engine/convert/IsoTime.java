package dev.headrace.engine.convert;

/** Recognises ISO 8601 times of day. Safe for any number of threads. */
public final class IsoTime {

    /** The text is no time. */
    public static final long NONE = Calendar.NONE;

    private static final int SHORTEST_WITHOUT_T = "10:00".length();

    private IsoTime() {}

    /**
     * Microseconds since midnight UTC of the UTF-8 text from {@code start} to before {@code end}, or {@link #NONE}. An
     * offset is applied and may lead to the day before or after: {@code 01:00+02:00} is 23:00. Digits alone are no time.
     */
    public static long parse(byte[] text, int start, int end) {
        IsoCursor cursor = new IsoCursor(text, start, end);
        boolean marked = cursor.take('T');
        if (!marked && (end - start < SHORTEST_WITHOUT_T || text[start + 2] != ':')) {
            return NONE;
        }
        long local = cursor.time();
        long offset = local == NONE ? NONE : cursor.offset();
        if (offset == NONE || !cursor.atEnd()) {
            return NONE;
        }
        return Math.floorMod(local - offset, Calendar.MICROS_PER_DAY);
    }
}
