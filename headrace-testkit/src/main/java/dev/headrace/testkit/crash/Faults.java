package dev.headrace.testkit.crash;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.Answer.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Puts faults of servers and networks in the place of sound answers, at random. Safe for any number of threads. */
final class Faults {

    /** Those that keep the client waiting are rarer than the others: each costs a timeout. */
    private static final List<Delivery> BROKEN = List.of(
            Delivery.RESET,
            Delivery.RESET,
            Delivery.RESET_IN_HEADERS,
            Delivery.RESET_IN_HEADERS,
            Delivery.RESET_IN_BODY,
            Delivery.RESET_IN_BODY,
            Delivery.BROKEN_CHUNK,
            Delivery.BROKEN_CHUNK,
            Delivery.TOO_SHORT,
            Delivery.TOO_SHORT,
            Delivery.TOO_LONG,
            Delivery.CUT,
            Delivery.GARBAGE,
            Delivery.TWICE,
            Delivery.TWICE,
            Delivery.CHUNKED,
            Delivery.STALLED,
            Delivery.SILENT,
            Delivery.DRIPPING);

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_STORM = 3;

    private final Random random;
    private final double share;
    private final Clock clock;
    private final Map<Delivery, Integer> delivered = new EnumMap<>(Delivery.class);
    private int refusals;
    private int storm;

    /**
     * @param share of the answers that are faulty, from 0 to 1
     * @param clock of the client, for dates in {@code Retry-After}
     */
    Faults(long seed, double share, Clock clock) {
        this.random = new Random(seed);
        this.share = share;
        this.clock = clock;
    }

    synchronized Answer instead(Answer sound) {
        if (storm > 0) {
            storm--;
            return refusal();
        }
        if (random.nextDouble() >= share) {
            return sound;
        }
        if (random.nextInt(4) == 0) {
            storm = random.nextInt(LONGEST_STORM);
            return refusal();
        }
        Delivery delivery = BROKEN.get(random.nextInt(BROKEN.size()));
        delivered.merge(delivery, 1, Integer::sum);
        return sound.delivered(delivery);
    }

    private Answer refusal() {
        refusals++;
        Answer answer =
                Answer.status(random.nextBoolean() ? 429 : 503).body("{\"data\": [], \"next\": null, \"total\": 0}");
        return switch (random.nextInt(4)) {
            case 0 -> answer;
            case 1 -> answer.header("Retry-After", "1");
            case 2 ->
                answer.header("Retry-After", HTTP_DATE.format(clock.instant().plus(Duration.ofSeconds(1))));
            default -> answer.header("Retry-After", "0");
        };
    }

    /** How many faults of each kind there were. */
    synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new java.util.TreeMap<>();
        delivered.forEach((delivery, number) -> counts.put(delivery.name().toLowerCase(Locale.ROOT), number));
        counts.put("429_or_503", refusals);
        return counts;
    }

    /** How many answers kept the client waiting until it gave up. */
    synchronized int waits() {
        return List.of(Delivery.STALLED, Delivery.SILENT, Delivery.DRIPPING).stream()
                .mapToInt(delivery -> delivered.getOrDefault(delivery, 0))
                .sum();
    }
}
