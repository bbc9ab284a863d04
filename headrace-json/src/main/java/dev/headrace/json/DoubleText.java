package dev.headrace.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Doubles in the fewest digits that read back as the same double. */
final class DoubleText {
    private static final int ENOUGH_DIGITS = 17;
    private static final int SAFE_DIGITS = 15;

    private DoubleText() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        return (value < 0 ? "-" : "") + layout(digits, exponent);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal usual = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean subnormal = Math.abs(value) < Double.MIN_NORMAL;
        // Up to 15 digits no two decimals share a double, so nothing shorter can be right (before JDK 19 the library
        // may give a digit too many, or a last digit that is not the nearest).
        if (usual.precision() <= SAFE_DIGITS && !subnormal) {
            return usual;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = subnormal ? 1 : SAFE_DIGITS; digits < ENOUGH_DIGITS; digits++) {
            // Above a power of two the doubles lie wider apart than below: there the next larger may do.
            for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
                BigDecimal candidate = exact.round(new MathContext(digits, mode));
                if (candidate.doubleValue() == value) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    private static String layout(String digits, int exponent) {
        int length = digits.length();
        if (exponent < -5 || exponent > 15) {
            String fraction = length == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + (exponent < 0 ? "e" : "e+") + exponent;
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        if (length <= exponent + 1) {
            return digits + "0".repeat(exponent + 1 - length) + ".0";
        }
        return digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }
}
