package dev.headrace.rest.incremental;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Time since 1970 in UTC, as a number or as the text of one. */
enum EpochTime implements CursorTime {
    SECONDS(1_000_000_000L),
    MILLISECONDS(1_000_000L);

    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);

    private final BigDecimal nanos;

    EpochTime(long nanos) {
        this.nanos = BigDecimal.valueOf(nanos);
    }

    @Override
    public Optional<Instant> read(Object value) {
        try {
            BigDecimal[] parts =
                    new BigDecimal(value.toString()).multiply(nanos).divideAndRemainder(NANOS_PER_SECOND);
            return Optional.of(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue()));
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A whole number, rounded down, unless it is like a number with a fraction; a text where the other is one. */
    @Override
    public Object write(Instant moment, Object like) {
        BigDecimal count = BigDecimal.valueOf(moment.getEpochSecond())
                .multiply(NANOS_PER_SECOND)
                .add(BigDecimal.valueOf(moment.getNano()))
                .divide(nanos, 9, RoundingMode.FLOOR);
        if (like instanceof Double) {
            return count.doubleValue();
        }
        long whole = count.setScale(0, RoundingMode.FLOOR).longValueExact();
        return like instanceof String text && read(text).isPresent() ? Long.toString(whole) : (Object) whole;
    }

    @Override
    public String description() {
        return "a number of " + name().toLowerCase(Locale.ROOT) + " since 1970";
    }
}
