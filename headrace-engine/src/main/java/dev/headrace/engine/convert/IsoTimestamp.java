package dev.headrace.engine.convert;

/**
 * Recognises ISO 8601 date-times in text, the forms that dlt takes for timestamps: a complete date (calendar, ordinal or
 * week), {@code T} or a blank, at least the hour, and an optional offset. No offset means UTC. Safe for any number of
 * threads; allocates nothing for the forms that APIs send.
 */
public final class IsoTimestamp {

    /** The text is no timestamp. */
    public static final long NONE = Calendar.NONE;

    private static final int SHORTEST = "2024015T10".length();
    private static final int LONGEST = "2024-01-15T10:00:00.123456789+02:00".length();
    private static final int SECONDS_END = "2024-01-15T10:00:00".length();

    /** Of {@code 2024-01-}, the first character in the lowest byte. */
    private static final long DIGITS_OF_YEAR_MONTH = 0x00_ff_ff_00_ff_ff_ff_ffL;
    /** Of {@code 15T10:00}, likewise. */
    private static final long DIGITS_OF_DAY_HOUR_MINUTE = 0xff_ff_00_ff_ff_00_ff_ffL;

    private IsoTimestamp() {}

    /**
     * Microseconds since 1970-01-01T00:00Z of the UTF-8 text from {@code start} to before {@code end}, a finer fraction cut
     * off; {@link #NONE} if it is not the text of a timestamp in the years 1 to 9999 UTC.
     */
    public static long parse(byte[] text, int start, int end) {
        int length = end - start;
        if (length < SHORTEST || length > LONGEST || !Digits.isDigit(text[start]) || !Digits.isDigit(text[start + 1])) {
            return NONE;
        }
        return hasUsualShape(text, start, length) ? parseUsual(text, start, end) : parseAny(text, start, end);
    }

    private static boolean hasUsualShape(byte[] text, int start, int length) {
        return length >= SECONDS_END
                && text[start + 4] == '-'
                && text[start + 7] == '-'
                && (text[start + 10] == 'T' || text[start + 10] == ' ')
                && text[start + 13] == ':'
                && text[start + 16] == ':';
    }

    private static long parseUsual(byte[] text, int start, int end) {
        long yearMonth = Digits.pairs(Digits.word(text, start), DIGITS_OF_YEAR_MONTH);
        long dayHourMinute = Digits.pairs(Digits.word(text, start + 8), DIGITS_OF_DAY_HOUR_MINUTE);
        int second = Digits.two(text, start + 17);
        if ((yearMonth | dayHourMinute | second) < 0) {
            return NONE;
        }
        int year = Digits.pair(yearMonth, 0) * 100 + Digits.pair(yearMonth, 2);
        long day = Calendar.day(year, Digits.pair(yearMonth, 5), Digits.pair(dayHourMinute, 0));
        int hour = Digits.pair(dayHourMinute, 3);
        int minute = Digits.pair(dayHourMinute, 6);
        if (day == NONE || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        long micros = day * Calendar.MICROS_PER_DAY + (hour * 3600L + minute * 60L + second) * 1_000_000L;
        int at = start + SECONDS_END;
        return at == end || at + 1 == end && text[at] == 'Z' ? micros : withTail(text, at, end, micros);
    }

    /** A fraction of up to nine digits, then {@code Z}, an offset or nothing. */
    private static long withTail(byte[] text, int from, int end, long seconds) {
        int at = from;
        long fraction = 0;
        if (text[at] == '.' || text[at] == ',') {
            int digits = Digits.count(text, at + 1, end);
            if (digits == 0 || digits > Digits.MOST_IN_FRACTION) {
                return NONE;
            }
            fraction = Digits.micros(text, at + 1, digits);
            at += 1 + digits;
        }
        if (at == end || at + 1 == end && text[at] == 'Z') {
            return seconds + fraction;
        }
        IsoCursor cursor = new IsoCursor(text, at, end);
        return atUtc(seconds + fraction, cursor.offset(), cursor);
    }

    private static long parseAny(byte[] text, int start, int end) {
        IsoCursor cursor = new IsoCursor(text, start, end);
        long day = cursor.date(true);
        if (day == NONE || !cursor.take('T') && !cursor.take(' ')) {
            return NONE;
        }
        long time = cursor.time();
        return time == NONE ? NONE : atUtc(day * Calendar.MICROS_PER_DAY + time, cursor.offset(), cursor);
    }

    private static long atUtc(long local, long offset, IsoCursor cursor) {
        if (offset == NONE || !cursor.atEnd()) {
            return NONE;
        }
        long utc = local - offset;
        return Calendar.isInRangeMicros(utc) ? utc : NONE;
    }

    /** Days since 1970-01-01 of the date that a timestamp names in its own offset; {@link #NONE} if it is none. */
    static long localDay(byte[] text, int start, int end) {
        return parse(text, start, end) == NONE ? NONE : new IsoCursor(text, start, end).date(true);
    }
}
