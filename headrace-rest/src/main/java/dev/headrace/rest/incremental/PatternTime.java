package dev.headrace.rest.incremental;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of one pattern; in UTC where it has no offset. What the pattern leaves out is the least there is. */
final class PatternTime implements CursorTime {

    private static final Pattern LITERALS = Pattern.compile("'[^']*'");
    private static final Pattern YEARS = Pattern.compile("[uy]");

    private final String pattern;
    private final DateTimeFormatter formatter;

    /** @throws IllegalArgumentException when it is no pattern, or one without a year */
    PatternTime(String pattern) {
        String fields = LITERALS.matcher(pattern).replaceAll("");
        if (!YEARS.matcher(fields).find()) {
            throw new IllegalArgumentException("the pattern '" + pattern + "' has no year");
        }
        this.pattern = pattern;
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern(pattern);
        if (fields.indexOf('D') < 0) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1).parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        if (!fields.matches(".*[Hhka].*")) {
            builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        this.formatter = builder.parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ENGLISH)
                .withZone(fields.matches(".*[xXZOVz].*") ? null : ZoneOffset.UTC);
    }

    @Override
    public Optional<Instant> read(Object value) {
        try {
            return Optional.of(
                    formatter.parse(value.toString(), OffsetDateTime::from).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Object write(Instant moment, Object like) {
        String text = formatter.format(moment.atOffset(ZoneOffset.UTC));
        return like instanceof Number && text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    @Override
    public String description() {
        return "a text of the pattern " + pattern;
    }
}
