package dev.headrace.rest.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a placeholder behind the colon, such as {@code 05d} or {@code >8}: the notation of Python's
 * <a href="https://docs.python.org/3/library/string.html#format-specification-mini-language">format specifications</a>
 * for texts, integers and fixed-point numbers.
 *
 * @param align one of {@code < > ^ =}; null: texts to the left, numbers to the right
 * @param sign one of {@code + -} and the blank
 * @param grouping {@code ,} or {@code _} between groups of three digits; null: none
 * @param precision digits behind the point, or the longest text; -1: as many as there are
 * @param type one of {@code s d x X o b f F %}; null: as fits the value
 */
public record FormatSpec(
        char fill,
        @Nullable Character align,
        char sign,
        int width,
        @Nullable String grouping,
        int precision,
        @Nullable Character type) {

    private static final Pattern NOTATION = Pattern.compile(
            "(?:(.)?([<>^=]))?([+\\- ])?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([sdxXobfF%])?", Pattern.DOTALL);
    private static final int FRACTION_DIGITS = 6;
    private static final int WIDEST = 1000;

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException for notations that are not supported
     */
    public static FormatSpec parse(String notation) {
        Matcher found = NOTATION.matcher(notation);
        if (!found.matches()) {
            throw new IllegalArgumentException("the format '" + notation
                    + "' is not supported; use [[fill]align][sign][0][width][,][.precision][s, d, x, X, o, b, f, %]");
        }
        boolean zero = found.group(4) != null;
        String fill = found.group(1);
        String align = found.group(2);
        return new FormatSpec(
                fill != null ? fill.charAt(0) : zero ? '0' : ' ',
                align != null ? Character.valueOf(align.charAt(0)) : zero ? Character.valueOf('=') : null,
                found.group(3) == null ? '-' : found.group(3).charAt(0),
                number(found.group(5), 0),
                found.group(6),
                number(found.group(7), -1),
                found.group(8) == null ? null : found.group(8).charAt(0));
    }

    private static int number(@Nullable String digits, int otherwise) {
        if (digits != null && (digits.length() > 4 || Integer.parseInt(digits) > WIDEST)) {
            throw new IllegalArgumentException(
                    "the format asks for " + digits + " characters; " + WIDEST + " are possible");
        }
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when the type does not fit the value
     */
    String apply(Object value) {
        if (value instanceof Number number) {
            String digits = digits(number);
            boolean negative = digits.startsWith("-");
            String mark = negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
            return padded(mark, grouped(negative ? digits.substring(1) : digits), '>');
        }
        if (type != null && type != 's') {
            throw new IllegalArgumentException(
                    "the format '" + type + "' needs a number, found '" + PlainText.of(value) + "'");
        }
        String text = PlainText.of(value);
        return padded("", precision >= 0 && precision < text.length() ? text.substring(0, precision) : text, '<');
    }

    private String digits(Number value) {
        char as = type == null ? (precision >= 0 ? 'f' : 's') : type;
        return switch (as) {
            case 's' -> PlainText.of(value);
            case 'f', 'F' -> fixed(exact(value));
            case '%' -> fixed(exact(value).movePointRight(2)) + "%";
            default -> integer(value, as);
        };
    }

    private static BigDecimal exact(Number value) {
        return value instanceof Double number ? new BigDecimal(number) : new BigDecimal(value.toString());
    }

    private String fixed(BigDecimal value) {
        return value.setScale(precision >= 0 ? precision : FRACTION_DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String integer(Number value, char as) {
        if (value instanceof Double) {
            throw new IllegalArgumentException("the format '" + as + "' needs an integer, found " + value);
        }
        BigInteger integer = new BigInteger(value.toString());
        return switch (as) {
            case 'x' -> integer.toString(16);
            case 'X' -> integer.toString(16).toUpperCase(Locale.ROOT);
            case 'o' -> integer.toString(8);
            case 'b' -> integer.toString(2);
            default -> integer.toString();
        };
    }

    private String grouped(String digits) {
        if (grouping == null) {
            return digits;
        }
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", grouping) + (point < 0 ? "" : digits.substring(point));
    }

    private String padded(String mark, String body, char usual) {
        int missing = width - mark.length() - body.length();
        if (missing <= 0) {
            return mark + body;
        }
        String padding = String.valueOf(fill);
        return switch (align == null ? usual : align) {
            case '<' -> mark + body + padding.repeat(missing);
            case '^' -> padding.repeat(missing / 2) + mark + body + padding.repeat(missing - missing / 2);
            case '=' -> mark + padding.repeat(missing) + body;
            default -> padding.repeat(missing) + mark + body;
        };
    }
}
