package dev.headrace.engine.convert;

import dev.headrace.schema.DataType;
import java.math.BigDecimal;

/** Coercion of JSON numbers. */
final class NumberCoercion {

    /** 2 to the 63rd, the first double beyond {@code long}. */
    private static final double LONG_LIMIT = 0x1p63;

    private final Coercion result;

    NumberCoercion(Coercion result) {
        this.result = result;
    }

    boolean coerce(DataType target, long value) {
        return switch (target) {
            case BIGINT -> result.accept(value);
            case DOUBLE -> result.accept(Double.doubleToRawLongBits(value));
            case BOOL -> result.accept(value != 0 ? 1 : 0);
            case TIMESTAMP -> result.acceptUnless(Calendar.NONE, EpochSeconds.micros(value));
            case DATE -> result.acceptUnless(Calendar.NONE, EpochSeconds.day(EpochSeconds.micros(value)));
            case TEXT, DECIMAL, WEI -> result.accept(Long.toString(value));
            case BINARY -> result.acceptUnlessNull(BinaryText.ofInteger(value));
            case TIME, JSON -> false;
        };
    }

    boolean coerce(DataType target, double value) {
        return switch (target) {
            case DOUBLE -> result.accept(Double.doubleToRawLongBits(value));
            case BIGINT -> isLong(value) && result.accept((long) value);
            case BOOL -> result.accept(value != 0 ? 1 : 0);
            case TEXT -> result.accept(PythonText.of(value));
            case DECIMAL, WEI -> Double.isFinite(value) && result.accept(new BigDecimal(value).toPlainString());
            case TIMESTAMP -> result.acceptUnless(Calendar.NONE, micros(value));
            case DATE -> result.acceptUnless(Calendar.NONE, EpochSeconds.day(micros(value)));
            case TIME, BINARY, JSON -> false;
        };
    }

    private static boolean isLong(double value) {
        return value == Math.rint(value) && value >= -LONG_LIMIT && value < LONG_LIMIT;
    }

    /** By the shortest digits, not the exact binary value: 0.3 s are 300,000 microseconds and not one less. */
    private static long micros(double seconds) {
        return Double.isFinite(seconds) ? EpochSeconds.micros(BigDecimal.valueOf(seconds)) : Calendar.NONE;
    }
}
