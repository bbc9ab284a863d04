package dev.headrace.engine.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Timestamps given as seconds since 1970. */
final class EpochSeconds {

    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000_000L);

    private EpochSeconds() {}

    /** Microseconds, a finer fraction cut off; {@link Calendar#NONE} outside of the years 1 to 9999. */
    static long micros(BigDecimal seconds) {
        if (seconds.abs().compareTo(GREATEST) > 0) {
            return Calendar.NONE;
        }
        return checked(seconds.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    static long micros(long seconds) {
        return Math.abs(seconds) > GREATEST.longValueExact() || seconds == Long.MIN_VALUE
                ? Calendar.NONE
                : checked(seconds * Calendar.MICROS_PER_SECOND);
    }

    /** The day in UTC of microseconds that may be {@link Calendar#NONE}. */
    static long day(long micros) {
        return micros == Calendar.NONE ? Calendar.NONE : Math.floorDiv(micros, Calendar.MICROS_PER_DAY);
    }

    private static long checked(long micros) {
        return Calendar.isInRangeMicros(micros) ? micros : Calendar.NONE;
    }
}
