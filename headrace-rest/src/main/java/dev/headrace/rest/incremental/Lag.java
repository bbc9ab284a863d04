package dev.headrace.rest.incremental;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far behind the last value reading begins again, for rows that arrive late.
 *
 * @param amount seconds for timestamps, days for dates, units of the cursor for numbers; negative: forward, as dlt
 *     does, so that what is between is never read
 */
public record Lag(BigDecimal amount) {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** No lag. */
    public static Lag none() {
        return new Lag(BigDecimal.ZERO);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** Whether reading begins behind the last value. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /**
     * The value that far before {@code last}, in the same notation; never before the initial one.
     *
     * @throws IllegalArgumentException when the value is a text that is no date and no timestamp
     */
    Object before(Object last, @Nullable Object initial, Cursor cursor) {
        if (isZero()) {
            return last;
        }
        BigDecimal shift = cursor.direction() == Direction.MAX ? amount.negate() : amount;
        Object shifted = shifted(last, shift, cursor);
        return initial != null && !cursor.isLater(shifted, initial) ? initial : shifted;
    }

    private static Object shifted(Object last, BigDecimal shift, Cursor cursor) {
        CursorTime format = cursor.format();
        if (format != null && !(format instanceof IsoTime)) {
            Instant moment = cursor.moment(last).orElseThrow(() -> unusable(last));
            return format.write(moment.plusNanos(shift.multiply(NANOS).longValue()), last);
        }
        if (last instanceof String text) {
            Optional<IsoText> read = IsoText.read(text);
            return read.orElseThrow(() -> unusable(last)).plus(shift);
        }
        return shiftedNumber((Number) last, shift);
    }

    /** Of an integer and a fraction the integral part, towards zero, as in Python. */
    private static Number shiftedNumber(Number last, BigDecimal shift) {
        if (last instanceof Double value) {
            return value + shift.doubleValue();
        }
        BigInteger shifted = new BigDecimal(last.toString())
                .add(shift)
                .setScale(0, RoundingMode.DOWN)
                .toBigInteger();
        return shifted.bitLength() < Long.SIZE ? (Number) shifted.longValue() : shifted;
    }

    private static IllegalArgumentException unusable(Object last) {
        return new IllegalArgumentException("the lag can't be subtracted from " + Cursor.shown(last)
                + ": it is no number, date or timestamp. Set cursor_format, or leave the lag out");
    }
}
