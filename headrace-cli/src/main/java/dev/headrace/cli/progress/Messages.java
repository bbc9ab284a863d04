package dev.headrace.cli.progress;

import dev.headrace.event.RunEvent;
import java.util.Locale;
import java.util.Optional;

/** The sentences for events that are told once, whatever the display. */
final class Messages {

    private Messages() {}

    static Optional<String> of(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            return Optional.of("Pipeline " + started.pipeline() + ": " + String.join(", ", started.resources()) + " -> "
                    + started.destination() + ", dataset " + started.dataset());
        }
        if (event instanceof RunEvent.Warned warned) {
            return Optional.of("warning: " + about(warned.resource()) + warned.message());
        }
        if (event instanceof RunEvent.Noted noted) {
            return Optional.of(about(noted.resource()) + noted.message());
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
                    megabytes(written.bytes())));
        }
        return Optional.empty();
    }

    private static String about(@org.jspecify.annotations.Nullable String resource) {
        return resource == null ? "" : resource + ": ";
    }

    private static String megabytes(long bytes) {
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
