package dev.headrace.rest.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * How many requests a server still allows, as its headers tell: {@code X-RateLimit-Remaining} and {@code -Reset} (also
 * {@code X-Rate-Limit-…}), and those of the IETF's draft "RateLimit header fields for HTTP" in its older forms
 * ({@code RateLimit-Remaining}, {@code RateLimit: remaining=0, reset=5}) and its newer one
 * ({@code RateLimit: "default";r=0;t=5}).
 *
 * @param usedUp no further request is allowed before the reset
 * @param reset how long until the count begins anew
 */
public record ServerQuota(boolean usedUp, Duration reset) {

    private static final List<String> FAMILIES = List.of("RateLimit-", "X-RateLimit-", "X-Rate-Limit-");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final Pattern OLD_REMAINING = Pattern.compile("(?:^|[,;\\s])remaining\\s*=\\s*(\\d{1,15})");
    private static final Pattern OLD_RESET = Pattern.compile("(?:^|[,;\\s])reset\\s*=\\s*(\\d{1,15})");
    private static final Pattern NEW_ITEM = Pattern.compile("\"[^\"]*\"([^\",]*)");
    private static final Pattern NEW_REMAINING = Pattern.compile(";\\s*r\\s*=\\s*(\\d{1,15})");
    private static final Pattern NEW_RESET = Pattern.compile(";\\s*t\\s*=\\s*(\\d{1,15})");

    /** A number of seconds from here on is a date: as a length of time it would be more than 15 years. */
    private static final double FIRST_EPOCH_SECONDS = 5e8;

    private static final double FIRST_EPOCH_MILLIS = 1e11;

    /**
     * What the headers of an answer tell.
     *
     * @param header the value of a header by its name
     * @param now when the answer came; dates are measured from the answer's {@code Date} instead where it has one, because
     *     clocks differ
     * @return empty when they tell no time of a reset
     */
    public static Optional<ServerQuota> of(Function<String, Optional<String>> header, Instant now) {
        Optional<String> structured = header.apply("RateLimit");
        if (structured.isPresent()) {
            Optional<ServerQuota> quota = structured(structured.get());
            if (quota.isPresent()) {
                return quota;
            }
        }
        Instant base = header.apply("Date").flatMap(ServerQuota::date).orElse(now);
        for (String family : FAMILIES) {
            Optional<Duration> reset = header.apply(family + "Reset").flatMap(text -> until(text, base));
            if (reset.isPresent()) {
                boolean usedUp = header.apply(family + "Remaining")
                        .filter(ServerQuota::isNothing)
                        .isPresent();
                return Optional.of(new ServerQuota(usedUp, reset.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * How long until the time that a text names: seconds ({@code 5}, {@code 0.5}), seconds or milliseconds since 1970, a
     * length with units ({@code 6m0s}), or a date in the notation of HTTP or ISO 8601; empty when it is none of these.
     */
    public static Optional<Duration> until(String text, Instant now) {
        String value = text.strip();
        if (NUMBER.matcher(value).matches()) {
            double number = Double.parseDouble(value);
            if (number >= FIRST_EPOCH_MILLIS) {
                return Optional.of(Duration.between(now, Instant.ofEpochMilli((long) number)));
            }
            Duration length = Duration.ofMillis(Math.round(number * 1000));
            return Optional.of(
                    number < FIRST_EPOCH_SECONDS ? length : Duration.between(now, Instant.EPOCH.plus(length)));
        }
        return DurationText.parse(value).or(() -> date(value).map(date -> Duration.between(now, date)));
    }

    /** A date in the notation of HTTP (RFC 9110, 5.6.7) or ISO 8601. */
    public static Optional<Instant> date(String text) {
        for (DateTimeFormatter format : List.of(
                DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT), DateTimeFormatter.ISO_OFFSET_DATE_TIME)) {
            try {
                return Optional.of(format.parse(text.strip(), Instant::from));
            } catch (DateTimeException e) {
                // perhaps another one
            }
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(text.strip())); // an older notation
    }

    private static Optional<ServerQuota> structured(String header) {
        Matcher remaining = OLD_REMAINING.matcher(header);
        Matcher reset = OLD_RESET.matcher(header);
        if (remaining.find() && reset.find()) {
            return Optional.of(quota(remaining.group(1), reset.group(1)));
        }
        ServerQuota longest = null;
        Matcher item = NEW_ITEM.matcher(header);
        while (item.find()) {
            Matcher left = NEW_REMAINING.matcher(item.group(1));
            Matcher seconds = NEW_RESET.matcher(item.group(1));
            if (left.find() && seconds.find()) {
                ServerQuota quota = quota(left.group(1), seconds.group(1));
                longest = longest == null || quota.isStricterThan(longest) ? quota : longest;
            }
        }
        return Optional.ofNullable(longest);
    }

    private boolean isStricterThan(ServerQuota other) {
        return usedUp == other.usedUp ? reset.compareTo(other.reset) > 0 : usedUp;
    }

    private static ServerQuota quota(String remaining, String seconds) {
        return new ServerQuota(isNothing(remaining), Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static boolean isNothing(String remaining) {
        String value = remaining.strip();
        return NUMBER.matcher(value).matches() && Double.parseDouble(value) <= 0;
    }
}
