package dev.headrace.engine.convert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Values as text in the spelling of Python's {@code str}, which is what dlt stores in text columns. */
public final class PythonText {

    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int LEAST_SCIENTIFIC_EXPONENT = 16;

    private PythonText() {}

    /** {@code True} or {@code False}. */
    public static String of(boolean value) {
        return value ? "True" : "False";
    }

    /** The shortest digits that read back as the same number: {@code 1.0}, {@code 0.1}, {@code 1e+16}, {@code 1e-05}. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        double size = Math.abs(value);
        return sign + (size == 0 ? "0.0" : unsigned(shortest(size)));
    }

    /** Before version 19 the JDK prints some numbers with more digits than needed. */
    private static BigDecimal shortest(double size) {
        BigDecimal digits = new BigDecimal(Double.toString(size)).stripTrailingZeros();
        while (digits.precision() > 1) {
            BigDecimal shorter = digits.round(new MathContext(digits.precision() - 1, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() != size) {
                return digits;
            }
            digits = shorter.stripTrailingZeros();
        }
        return digits;
    }

    private static String unsigned(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent < LEAST_PLAIN_EXPONENT || exponent >= LEAST_SCIENTIFIC_EXPONENT) {
            return scientific(number.unscaledValue().toString(), exponent);
        }
        String plain = number.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String size = Integer.toString(Math.abs(exponent));
        return mantissa + 'e' + (exponent < 0 ? '-' : '+') + (size.length() == 1 ? "0" : "") + size;
    }
}
