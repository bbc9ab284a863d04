package dev.headrace.cli.progress;

import dev.headrace.cli.text.Amounts;
import dev.headrace.event.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences for events that are told once, whatever the display. */
final class Messages {

    private static final double MANY_SECONDS = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Messages() {}

    /** @param zone of times of day */
    static Optional<String> of(RunEvent event, ZoneId zone) {
        if (event instanceof RunEvent.RunStarted started) {
            return Optional.of("Pipeline " + started.pipeline() + ": " + String.join(", ", started.resources()) + " -> "
                    + started.destination() + ", dataset " + started.dataset());
        }
        if (event instanceof RunEvent.Warned warned) {
            return Optional.of("warning: " + about(warned.resource()) + warned.message());
        }
        if (event instanceof RunEvent.RowsQuarantined rows) {
            return Optional.of("warning: " + about(rows.resource()) + quarantined(rows));
        }
        if (event instanceof RunEvent.Noted noted) {
            return Optional.of(about(noted.resource()) + noted.message());
        }
        if (event instanceof RunEvent.Retrying retrying) {
            return Optional.of(about(retrying.resource()) + retry(retrying, zone));
        }
        if (event instanceof RunEvent.PendingPackageFound pending) {
            return Optional.of("An earlier run left package " + pending.id() + " behind; it is loaded first.");
        }
        if (event instanceof RunEvent.PackageWritten written) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "Package %s: %,d rows, %s, on disk.",
                    written.id(),
                    written.rows(),
                    Amounts.bytes(written.bytes())));
        }
        return Optional.empty();
    }

    private static String quarantined(RunEvent.RowsQuarantined rows) {
        String those = Amounts.quarantined(rows.count(), rows.requests());
        return those + (rows.count() == 1 ? " goes to quarantine: " : " go to quarantine. The first: ")
                + rows.firstReason() + " See 'headrace errors list'; 'headrace errors replay' tries them again.";
    }

    private static String retry(RunEvent.Retrying retrying, ZoneId zone) {
        String when = retrying.delay().isZero()
                ? "at once"
                : "in " + seconds(retrying.delay()) + ", at " + timeOfDay(retrying.until(), zone);
        return retrying.reason() + " (attempt " + retrying.attempt() + " of " + retrying.attempts() + "); trying again "
                + when;
    }

    /** Tenths of a second where they matter. */
    private static String seconds(Duration length) {
        double seconds = length.toMillis() / 1e3;
        String text = String.format(Locale.ROOT, seconds < MANY_SECONDS ? "%.1f" : "%.0f", seconds);
        return text.replaceFirst("\\.0$", "") + " s";
    }

    /** A moment of today or the next hours, to the second. */
    static String timeOfDay(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    private static String about(@Nullable String resource) {
        return resource == null ? "" : resource + ": ";
    }
}
