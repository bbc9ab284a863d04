package dev.headrace.rest.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long tokens are used.
 *
 * @param otherwise for tokens whose answer does not say
 * @param margin how long before its end a token is renewed; null: 60 s, or a tenth of the life of short-lived tokens
 */
public record TokenLifetime(Duration otherwise, @Nullable Duration margin) {

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);
    private static final int MARGIN_PART = 10;

    /** One hour where the answer does not say, and the usual margin. */
    public static TokenLifetime usual() {
        return new TokenLifetime(Duration.ofHours(1), null);
    }

    /** From when on a token is no longer used. A token that ends while a request is under way is of no use. */
    Instant renewAt(Instant asked, Optional<Duration> announced) {
        Duration lifetime = announced.orElse(otherwise);
        return asked.plus(lifetime).minus(margin == null ? usualMargin(lifetime) : margin);
    }

    private static Duration usualMargin(Duration lifetime) {
        Duration part = lifetime.dividedBy(MARGIN_PART);
        return part.compareTo(LONGEST_MARGIN) < 0 ? part : LONGEST_MARGIN;
    }
}
