package dev.headrace.rest.incremental;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cursor value.
 *
 * @param raw as JSON has it: {@code String}, {@code Long}, {@code BigInteger} or {@code Double}
 * @param time the moment it stands for; null when it is compared as it is
 */
record CursorValue(Object raw, @Nullable Instant time) {

    /** Whether both can be compared: texts with texts, numbers with numbers. */
    boolean isComparable(CursorValue other) {
        return time != null && other.time != null || raw instanceof String == other.raw instanceof String;
    }

    /** Texts are compared by their code points, as Python does; what has a time by that. */
    int compare(CursorValue other) {
        if (time != null && other.time != null) {
            return time.compareTo(other.time);
        }
        return raw instanceof String text && other.raw instanceof String second
                ? compareTexts(text, second)
                : compareNumbers((Number) raw, (Number) other.raw);
    }

    private static int compareNumbers(Number first, Number second) {
        if (first instanceof Long left && second instanceof Long right) {
            return left.compareTo(right);
        }
        if (isInfinite(first) || isInfinite(second)) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        return exact(first).compareTo(exact(second));
    }

    private static boolean isInfinite(Number number) {
        return number instanceof Double value && value.isInfinite();
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double value ? new BigDecimal(value) : BigDecimal.valueOf(number.longValue());
    }

    /** In UTF-16, surrogates sort before the last characters of the basic plane; as code points they come behind. */
    private static int compareTexts(String first, String second) {
        int common = Math.min(first.length(), second.length());
        for (int i = 0; i < common; i++) {
            char left = first.charAt(i);
            char right = second.charAt(i);
            if (left != right) {
                boolean leftIsPair = Character.isSurrogate(left);
                return leftIsPair == Character.isSurrogate(right) ? left - right : leftIsPair ? 1 : -1;
            }
        }
        return first.length() - second.length();
    }
}
