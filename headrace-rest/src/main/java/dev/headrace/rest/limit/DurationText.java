package dev.headrace.rest.limit;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as configurations have them: {@code 30} and {@code 1.5} are seconds; {@code 500ms}, {@code 1h30m}. */
public final class DurationText {

    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)));
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|min|m|h|d)\\s*");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
    private static final BigDecimal MOST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(3650).toMillis());

    private DurationText() {}

    /**
     * A length of time.
     *
     * @throws dev.headrace.ConfigException when it is none, negative, or longer than ten years
     */
    public static Duration read(ConfigNode node) {
        return switch (node.kind()) {
            case INTEGER -> seconds(BigDecimal.valueOf(node.integer()), node);
            case DECIMAL -> seconds(new BigDecimal(String.valueOf(node.value())), node);
            case TEXT ->
                parse(node.text())
                        .orElseThrow(() -> node.error("'" + node.text() + "' is no length of time. " + allowed()));
            default ->
                throw node.error(
                        "expected a length of time, found " + node.kind().description() + ". " + allowed());
        };
    }

    /** As {@link #read}, but not zero. */
    public static Duration readPositive(ConfigNode node) {
        Duration duration = read(node);
        if (duration.isZero()) {
            throw node.error("it is " + (node.kind() == Kind.TEXT ? node.text() : "0") + "; it must be more than 0");
        }
        return duration;
    }

    /** The length of time that a text with units stands for; empty when it is none, or longer than ten years. */
    public static Optional<Duration> parse(String text) {
        String trimmed = text.strip();
        if (UNITS.containsKey(trimmed)) {
            return Optional.of(UNITS.get(trimmed));
        }
        if (!WHOLE.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        BigDecimal millis = BigDecimal.ZERO;
        Matcher part = PART.matcher(trimmed);
        while (part.find()) {
            long unit = UNITS.getOrDefault(part.group(2), Duration.ZERO).toMillis();
            millis = millis.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
        }
        return millis.compareTo(MOST_MILLIS) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(millis.longValue()));
    }

    /** In the largest unit that needs no fraction: {@code 90s}, {@code 1m}, {@code 1500ms}. */
    public static String write(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long length = UNITS.getOrDefault(unit, Duration.ZERO).toMillis();
            if (millis != 0 && millis % length == 0) {
                return millis / length + unit;
            }
        }
        return millis == 0 ? "0s" : millis + "ms";
    }

    private static Duration seconds(BigDecimal seconds, ConfigNode node) {
        BigDecimal millis = seconds.movePointRight(3);
        if (millis.signum() < 0 || millis.compareTo(MOST_MILLIS) > 0) {
            throw node.error(
                    "it is " + seconds.toPlainString() + " seconds; it must be 0 or more, and at most ten years");
        }
        return Duration.ofMillis(
                millis.setScale(0, java.math.RoundingMode.HALF_UP).longValue());
    }

    private static String allowed() {
        return "Give seconds as a number, or a text such as 500ms, 30s, 5m, 1h30m, 1d";
    }
}
