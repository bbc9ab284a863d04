package dev.headrace.engine.loadpackage;

import dev.headrace.load.LoadId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Gives load ids: the time in seconds with microseconds, always greater than the one before, even if the clock is not. */
record LoadIds(Clock clock) {

    private static final int DECIMALS = 6;

    /** @param last the greatest id that was given before */
    LoadId next(Optional<LoadId> last) {
        Instant now = clock.instant();
        BigDecimal seconds =
                BigDecimal.valueOf(now.getEpochSecond()).add(BigDecimal.valueOf(now.getNano() / 1000, DECIMALS));
        BigDecimal least = last.map(id -> after(new BigDecimal(id.value()))).orElse(BigDecimal.ZERO);
        return new LoadId(seconds.max(least).setScale(DECIMALS).toPlainString());
    }

    private static BigDecimal after(BigDecimal id) {
        return id.setScale(DECIMALS, java.math.RoundingMode.DOWN).add(BigDecimal.valueOf(1, DECIMALS));
    }
}
