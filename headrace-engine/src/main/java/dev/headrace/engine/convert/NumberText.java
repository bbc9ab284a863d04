package dev.headrace.engine.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers from text in the syntax of Python, as dlt does: blanks around it, a sign, single underscores between
 * digits and digits of any script are allowed, and {@code 0x} begins a hexadecimal integer. Words such as {@code nan} and
 * {@code inf} are no numbers: no destination could store them in every type.
 */
final class NumberText {

    private static final int LONGEST = 1000;
    /** Beyond this power of ten plain digits are nothing that anybody wants to store. */
    private static final int GREATEST_EXPONENT = 1100;

    private static final String DIGITS = "[0-9]++(?:_[0-9]++)*+";
    private static final Pattern INTEGER = Pattern.compile("[+-]?" + DIGITS);
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9A-Fa-f]++");
    private static final Pattern DECIMAL = Pattern.compile(
            "[+-]?(?:" + DIGITS + "(?:\\.(?:" + DIGITS + ")?+)?+|\\." + DIGITS + ")(?:[eE][+-]?[0-9]{1,9})?");

    private NumberText() {}

    /** An integer, or null when the text is none. */
    static @Nullable BigInteger integer(byte[] text, int start, int end) {
        String clean = clean(text, start, end);
        if (HEXADECIMAL.matcher(clean).matches()) {
            return new BigInteger(clean.substring(2), 16);
        }
        return INTEGER.matcher(clean).matches() ? new BigInteger(plain(clean)) : null;
    }

    /** A number, or null when the text is none or its size is absurd. */
    static @Nullable BigDecimal decimal(byte[] text, int start, int end) {
        String clean = clean(text, start, end);
        if (HEXADECIMAL.matcher(clean).matches()) {
            return new BigDecimal(new BigInteger(clean.substring(2), 16));
        }
        if (!DECIMAL.matcher(clean).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(plain(clean));
        boolean sane = Math.abs((long) number.scale()) <= GREATEST_EXPONENT;
        return sane ? number : null;
    }

    private static String plain(String number) {
        return number.replace("_", "");
    }

    /** The text without blanks around it and with ASCII digits; empty when it is too long for a number. */
    private static String clean(byte[] text, int start, int end) {
        if (end - start > LONGEST) {
            return "";
        }
        String stripped = new String(text, start, end - start, UTF_8).strip();
        if (stripped.length() == stripped.getBytes(UTF_8).length) {
            return stripped;
        }
        StringBuilder ascii = new StringBuilder();
        stripped.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            ascii.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return ascii.toString();
    }
}
