package dev.headrace.json;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** A number; its {@link #source()} is what the sender wrote. */
public final class JsonNumber extends JsonValue {
    /** Reading digits takes time that grows with the square of their number, and nobody counts that far. */
    private static final int MOST_DIGITS = 10_000;

    private final boolean integral;
    private final boolean fitsLong;
    private final long longValue;

    JsonNumber(byte[] bytes, int start, int end, boolean integral, boolean fitsLong, long longValue) {
        super(bytes, start, end);
        this.integral = integral;
        this.fitsLong = fitsLong;
        this.longValue = longValue;
    }

    /** A number that was computed, not read: its source is the number alone. */
    public static JsonNumber of(long value) {
        byte[] text = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        return new JsonNumber(text, 0, text.length, true, true, value);
    }

    /** Whether it is written with neither a fraction nor an exponent. */
    public boolean isIntegral() {
        return integral;
    }

    /** Whether it {@linkplain #isIntegral() is integral} and within the range of long. */
    public boolean fitsLong() {
        return fitsLong;
    }

    /**
     * The value as a long.
     *
     * @throws ArithmeticException if it does not {@linkplain #fitsLong() fit}
     */
    public long longValue() {
        if (!fitsLong) {
            throw new ArithmeticException("Cannot read " + source() + " as a 64 bit integer: it is none");
        }
        return longValue;
    }

    /** The double nearest to the value; NaN and infinities only where the scanner was told to accept them. */
    public double doubleValue() {
        return Double.parseDouble(source());
    }

    /** {@code Long}, {@code BigInteger} or {@code Double}; of more than {@value #MOST_DIGITS} digits {@code Double}. */
    @Override
    public Number toJava() {
        if (!integral || end() - start() > MOST_DIGITS) {
            return doubleValue();
        }
        return fitsLong ? (Number) longValue : new BigInteger(source());
    }
}
