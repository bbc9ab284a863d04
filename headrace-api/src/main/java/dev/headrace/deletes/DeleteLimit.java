package dev.headrace.deletes;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How many rows of a table one load may delete or mark.
 *
 * @param number rows, or a part of the rows that were there before
 * @param percent whether it is a part: 20 for a fifth
 */
public record DeleteLimit(BigDecimal number, boolean percent) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3}(\\.\\d{1,6})?) ?%|\\d{1,18}");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public DeleteLimit {
        if (number.signum() < 0 || percent && number.compareTo(ALL) > 0) {
            throw new IllegalArgumentException("expected 0% to 100% or a number of rows, found " + number);
        }
    }

    /** A fifth of the rows. */
    public static DeleteLimit usual() {
        return new DeleteLimit(BigDecimal.valueOf(20), true);
    }

    /** No limit. */
    public static DeleteLimit none() {
        return new DeleteLimit(ALL, true);
    }

    /**
     * Reads a limit.
     *
     * @param text such as {@code 20%}, {@code 0.5%} or {@code 500}
     * @throws IllegalArgumentException when it is something else; the message says what was expected
     */
    public static DeleteLimit of(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected a part of the rows such as 20%, or a number of rows such as 500, found '" + text + "'");
        }
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        return new DeleteLimit(new BigDecimal(number), percent);
    }

    /**
     * Whether so many rows may go.
     *
     * @param rows how many would
     * @param before how many there are
     */
    public boolean allows(long rows, long before) {
        BigDecimal most = percent ? number.multiply(BigDecimal.valueOf(before)).divide(ALL) : number;
        return BigDecimal.valueOf(rows).compareTo(most) <= 0;
    }

    /** As configurations have it. */
    public String label() {
        return number.toPlainString() + (percent ? "%" : "");
    }
}
