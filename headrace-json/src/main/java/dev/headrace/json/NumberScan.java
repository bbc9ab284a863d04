package dev.headrace.json;

import java.nio.charset.StandardCharsets;

/** Reads one number by the grammar of RFC 8259 (section 6) and keeps what is needed to tell its value. */
final class NumberScan {
    private static final double[] POWERS = new double[23];
    private static final int MOST_DIGITS = 18;
    private static final int NON_FINITE = Integer.MAX_VALUE;
    private static final int EXPONENT_BOUND = 100_000;

    static {
        for (int power = 0; power < POWERS.length; power++) {
            POWERS[power] = Double.parseDouble("1e" + power);
        }
    }

    private byte[] bytes = {};
    private int start;
    private int end;
    private boolean negative;
    private boolean integral;
    private long digits;
    private int digitCount;
    private int exponent;
    private double nonFinite;

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean integral() {
        return integral;
    }

    /** Answers the index after the number, or the complement of the index at which a digit is missing. */
    int scan(byte[] source, int from, int limit) {
        boolean minus = source[from] == '-';
        int whole = minus ? from + 1 : from;
        long value = 0;
        int at = whole;
        for (int digit; at < limit && (digit = source[at] - '0') >= 0 && digit <= 9; at++) {
            value = value * 10 + digit;
            if (at == whole && digit == 0) {
                at++; // nothing may follow a leading zero
                break;
            }
        }
        bytes = source;
        start = from;
        negative = minus;
        digits = value;
        digitCount = at - whole;
        exponent = 0;
        integral = true;
        if (at == whole) {
            return ~at;
        }
        if (at < limit && (source[at] == '.' || (source[at] | 0x20) == 'e')) {
            at = fractionAndExponent(at, limit);
        }
        end = at;
        return at;
    }

    /** Whether one of the tokens NaN, Infinity and -Infinity may stand there, judged by how it begins. */
    static boolean isNonFinite(byte[] source, int at, int limit) {
        byte first = at < limit ? source[at] : 0;
        return first == 'N' || first == 'I' || first == '-' && at + 1 < limit && source[at + 1] == 'I';
    }

    /** Reads one of those tokens: answers the index behind it, or the complement of the index of a wrong byte. */
    int scanNonFinite(byte[] source, int from, int limit) {
        double value = switch (source[from]) {
            case 'N' -> Double.NaN;
            case 'I' -> Double.POSITIVE_INFINITY;
            default -> Double.NEGATIVE_INFINITY;
        };
        bytes = source;
        start = from;
        end = Literals.after(Double.toString(value), source, from, limit);
        integral = false;
        digitCount = NON_FINITE;
        nonFinite = value;
        return end;
    }

    private int digits(int from, int limit) {
        byte[] source = bytes;
        long value = digits;
        int at = from;
        for (int digit; at < limit && (digit = source[at] - '0') >= 0 && digit <= 9; at++) {
            value = value * 10 + digit;
        }
        digits = value;
        return at;
    }

    private int fractionAndExponent(int from, int limit) {
        integral = false;
        int at = from;
        if (bytes[at] == '.') {
            int first = at + 1;
            at = digits(first, limit);
            if (at == first) {
                return ~at;
            }
            digitCount += at - first;
            exponent = first - at;
        }
        return at < limit && (bytes[at] | 0x20) == 'e' ? exponent(at + 1, limit) : at;
    }

    private int exponent(int from, int limit) {
        int at = from;
        boolean down = at < limit && bytes[at] == '-';
        if (at < limit && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int first = at;
        int value = 0;
        while (at < limit && bytes[at] >= '0' && bytes[at] <= '9') {
            value = Math.min(value * 10 + bytes[at] - '0', EXPONENT_BOUND);
            at++;
        }
        exponent += down ? -value : value;
        return at == first ? ~at : at;
    }

    /** Whether the number has neither fraction nor exponent and {@link #longValue()} is its value. */
    boolean fitsLong() {
        if (!integral || digitCount > MOST_DIGITS + 1) {
            return false;
        }
        // 19 digits never leave the unsigned range, so the sign bit alone tells the overflow.
        return digits >= 0 || negative && digits == Long.MIN_VALUE;
    }

    long longValue() {
        return negative ? -digits : digits;
    }

    /** The double nearest to the number, ties to even; infinite beyond the range of double. */
    double doubleValue() {
        // Both operands are exact doubles, so the one division or multiplication is the only rounding.
        if (digitCount <= MOST_DIGITS && digits <= 1L << 53 && exponent >= -22 && exponent <= 22) {
            double whole = negative ? -(double) digits : (double) digits;
            return exponent < 0 ? whole / POWERS[-exponent] : whole * POWERS[exponent];
        }
        return digitCount == NON_FINITE ? nonFinite : Double.parseDouble(text());
    }

    private String text() {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
