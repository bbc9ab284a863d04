package dev.headrace.config.tree;

import java.math.BigInteger;

/** Numbers as all notations have them. */
public final class Scalars {

    /** Beyond this, reading a number takes noticeable time, and nobody means it. */
    private static final int MOST_DIGITS = 400;

    private Scalars() {}

    /**
     * The whole number that these digits mean: a {@code Long}, or a {@code BigInteger} beyond 64 bits.
     *
     * @throws NumberFormatException for what is no number, and for very long ones
     */
    public static Object integer(String digits, int radix) {
        if (digits.length() > MOST_DIGITS) {
            throw new NumberFormatException("more than " + MOST_DIGITS + " digits");
        }
        BigInteger value = new BigInteger(digits, radix);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }
}
