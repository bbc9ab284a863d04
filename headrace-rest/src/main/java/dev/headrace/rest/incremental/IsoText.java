package dev.headrace.rest.incremental;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or a timestamp in one of the notations of ISO 8601, as APIs write them. What is calculated from it is written in
 * the same notation and with the same offset; fractions of seconds get six digits then, as in dlt.
 *
 * @param pattern the notation, for {@link DateTimeFormatter}
 * @param moment what it stands for; without an offset in the text, UTC
 */
record IsoText(String pattern, OffsetDateTime moment) {

    private static final Pattern NOTATION = Pattern.compile("(\\d{4})(?:(-?)(\\d{2})(?:\\2(\\d{2}))?)?"
            + "(?:(?<=\\d{4}-?\\d{2}-?\\d{2})([T ])(\\d{2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?"
            + "(Z|[+-]\\d{2}:\\d{2}|[+-]\\d{4})?)?");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("\\d{4}-\\d{3}");
    private static final String FRACTION = "SSSSSS";
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** Reads a text; empty when it is none of the notations, or no moment. */
    static Optional<IsoText> read(String text) {
        if (DAY_OF_YEAR.matcher(text).matches()) {
            return read(text, "uuuu-DDD");
        }
        Matcher found = NOTATION.matcher(text);
        return found.matches() ? read(text, date(found) + time(found) + offset(found)) : Optional.empty();
    }

    private static Optional<IsoText> read(String text, String pattern) {
        try {
            OffsetDateTime moment = parser(pattern).parse(text, OffsetDateTime::from);
            return Optional.of(new IsoText(pattern.replaceFirst("S+", FRACTION), moment));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter parser(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern(pattern);
        if (!pattern.contains("DDD")) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1).parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ROOT);
    }

    private static String date(Matcher found) {
        if (found.group(3) == null) {
            return "uuuu";
        }
        String separator = found.group(2);
        return "uuuu" + separator + "MM" + (found.group(4) == null ? "" : separator + "dd");
    }

    private static String time(Matcher found) {
        if (found.group(5) == null) {
            return "";
        }
        String fraction = found.group(9);
        return "'" + found.group(5) + "'HH" + (found.group(7) == null ? "" : ":mm")
                + (found.group(8) == null ? "" : ":ss") + (fraction == null ? "" : "." + "S".repeat(fraction.length()));
    }

    private static String offset(Matcher found) {
        String offset = found.group(10);
        if (offset == null) {
            return "";
        }
        return offset.equals("Z") ? "'Z'" : offset.contains(":") ? "xxx" : "xx";
    }

    /** Whether it is a day; everything else counts seconds. */
    boolean isDate() {
        return pattern.equals("uuuu-MM-dd") || pattern.equals("uuuuMMdd");
    }

    /** The text of a moment in the same notation. */
    String at(Instant instant) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(instant.atOffset(offset()));
    }

    /** The text that many seconds, or days where it is one, later. */
    String plus(BigDecimal amount) {
        if (isDate()) {
            long days = amount.setScale(0, RoundingMode.FLOOR).longValueExact();
            return at(moment.plusDays(days).toInstant());
        }
        return at(moment.toInstant().plusNanos(amount.multiply(NANOS).longValue()));
    }

    private ZoneOffset offset() {
        return moment.getOffset();
    }
}
