package dev.headrace.engine.convert;

/**
 * Reads ISO 8601 dates and times piece by piece. A piece that is not there leaves the cursor where it is; a piece that is
 * wrong gives {@link Calendar#NONE}.
 */
final class IsoCursor {

    private final byte[] text;
    private final int end;
    private int at;

    IsoCursor(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    boolean atEnd() {
        return at == end;
    }

    boolean take(char expected) {
        boolean there = at < end && text[at] == expected;
        if (there) {
            at++;
        }
        return there;
    }

    /** Days since 1970. {@code complete} refuses dates that leave out their day. */
    long date(boolean complete) {
        if (digitsAhead() < 4) {
            return Calendar.NONE;
        }
        int year = Digits.four(text, at);
        at += 4;
        char separator = take('-') ? '-' : take('/') ? '/' : 0;
        if (separator != '/' && take('W')) {
            return weekDate(year, separator == '-', complete);
        }
        int digits = digitsAhead();
        if (digits == 3 && separator != '/') {
            return Calendar.ordinalDay(year, number(3));
        }
        return separator == 0 ? basicDate(year, digits, complete) : separatedDate(year, separator, digits, complete);
    }

    private long separatedDate(int year, char separator, int digits, boolean complete) {
        if (digits != 2) {
            return Calendar.NONE;
        }
        int month = number(2);
        if (take(separator)) {
            return digitsAhead() == 2 ? Calendar.day(year, month, number(2)) : Calendar.NONE;
        }
        return complete ? Calendar.NONE : Calendar.day(year, month, 1);
    }

    private long basicDate(int year, int digits, boolean complete) {
        if (digits == 4) {
            return Calendar.day(year, number(2), number(2));
        }
        return digits == 0 && !complete ? Calendar.day(year, 1, 1) : Calendar.NONE;
    }

    private long weekDate(int year, boolean separated, boolean complete) {
        int digits = digitsAhead();
        if (digits != 2 && (separated || digits != 3)) {
            return Calendar.NONE;
        }
        int week = number(2);
        boolean hasDay = separated ? take('-') : digits == 3;
        if (!hasDay) {
            return complete ? Calendar.NONE : Calendar.weekDay(year, week, 1);
        }
        return digitsAhead() == 1 ? Calendar.weekDay(year, week, number(1)) : Calendar.NONE;
    }

    /** Microseconds since midnight: hours, minutes, seconds and a fraction cut to microseconds, all but hours optional. */
    long time() {
        int hour = twoDigits();
        int minute = 0;
        int second = 0;
        long fraction = 0;
        if (hasMore()) {
            minute = twoDigits();
            if (minute >= 0 && hasMore()) {
                second = twoDigits();
                fraction = fraction();
            }
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0) {
            return Calendar.NONE;
        }
        return hour * Calendar.MICROS_PER_HOUR
                + minute * Calendar.MICROS_PER_MINUTE
                + second * Calendar.MICROS_PER_SECOND
                + fraction;
    }

    private boolean hasMore() {
        return take(':') || at < end && Digits.isDigit(text[at]);
    }

    private long fraction() {
        if (!take('.') && !take(',')) {
            return 0;
        }
        int digits = digitsAhead();
        if (digits == 0 || digits > Digits.MOST_IN_FRACTION) {
            return Calendar.NONE;
        }
        long micros = Digits.micros(text, at, digits);
        at += digits;
        return micros;
    }

    /** Microseconds to take off to come to UTC; 0 when no offset follows. */
    long offset() {
        if (take('Z')) {
            return 0;
        }
        boolean west = take('-');
        if (!west && !take('+')) {
            return 0;
        }
        int hours = twoDigits();
        int minutes = take(':') || !atEnd() ? twoDigits() : 0;
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Calendar.NONE;
        }
        long micros = hours * Calendar.MICROS_PER_HOUR + minutes * Calendar.MICROS_PER_MINUTE;
        return west ? -micros : micros;
    }

    private int twoDigits() {
        if (at + 2 > end) {
            return Integer.MIN_VALUE;
        }
        int number = Digits.two(text, at);
        at += 2;
        return number;
    }

    private int digitsAhead() {
        return Digits.count(text, at, end);
    }

    private int number(int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * 10 + text[at++] - '0';
        }
        return number;
    }
}
