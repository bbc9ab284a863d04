package dev.headrace.engine.convert;

/** Days of the proleptic Gregorian calendar, counted from 1970-01-01. Years are those of four digits, 1 to 9999. */
final class Calendar {

    static final long MICROS_PER_SECOND = 1_000_000;
    static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
    static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;
    static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;

    /** 0001-01-01. */
    static final long FIRST_DAY = -719_162;
    /** 9999-12-31. */
    static final long LAST_DAY = 2_932_896;

    /** What is no day at all. */
    static final long NONE = Long.MIN_VALUE;

    /** The years that APIs speak of have a table: {@link #MONTHS}. */
    private static final int FIRST_TABLED_YEAR = 1900;

    private static final int LAST_TABLED_YEAR = 2149;

    private static final int[] DAYS_BEFORE_MONTH = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_IN_MONTH = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Those of all tabled years; computed from the two arrays above, so it must stand behind them. */
    private static final int[] MONTHS = months();

    private Calendar() {}

    private static int[] months() {
        int[] months = new int[12 * (LAST_TABLED_YEAR + 1 - FIRST_TABLED_YEAR) + 1];
        for (int index = 0; index < months.length; index++) {
            months[index] = (int) computedDay(FIRST_TABLED_YEAR + index / 12, index % 12 + 1, 1);
        }
        return months;
    }

    static boolean isLeap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** The day, or {@link #NONE} when there is none of that date; negative numbers are no date either. */
    static long day(int year, int month, int day) {
        if (year < FIRST_TABLED_YEAR || year > LAST_TABLED_YEAR || month < 1 || month > 12) {
            return computedDay(year, month, day);
        }
        int index = 12 * (year - FIRST_TABLED_YEAR) + month - 1;
        int first = MONTHS[index];
        return day < 1 || day > MONTHS[index + 1] - first ? NONE : first + day - 1L;
    }

    private static long computedDay(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return NONE;
        }
        int leapDay = month > 2 && isLeap(year) ? 1 : 0;
        return firstDayOf(year) + DAYS_BEFORE_MONTH[month] + leapDay + day - 1;
    }

    /** The day of a year, counted from 1. */
    static long ordinalDay(int year, int dayOfYear) {
        if (year < 1 || dayOfYear < 1 || dayOfYear > (isLeap(year) ? 366 : 365)) {
            return NONE;
        }
        return firstDayOf(year) + dayOfYear - 1;
    }

    /** The day of an ISO week: weeks begin on Monday, and week 1 is the one with 4 January. */
    static long weekDay(int year, int week, int weekday) {
        if (year < 1 || week < 1 || weekday < 1 || weekday > 7) {
            return NONE;
        }
        long monday = mondayOfFirstWeek(year) + 7L * (week - 1);
        long day = monday + weekday - 1;
        return monday < mondayOfFirstWeek(year + 1) && isInRange(day) ? day : NONE;
    }

    static boolean isInRange(long day) {
        return day >= FIRST_DAY && day <= LAST_DAY;
    }

    /** Whether microseconds since 1970 lie in the years 1 to 9999. */
    static boolean isInRangeMicros(long micros) {
        return isInRange(Math.floorDiv(micros, MICROS_PER_DAY));
    }

    private static int daysIn(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month];
    }

    private static long firstDayOf(int year) {
        int before = year - 1;
        return FIRST_DAY + 365L * before + before / 4 - before / 100 + before / 400;
    }

    private static long mondayOfFirstWeek(int year) {
        long fourth = firstDayOf(year) + 3;
        // 1970-01-01 was a Thursday, three days after a Monday.
        return fourth - Math.floorMod(fourth + 3, 7);
    }
}
