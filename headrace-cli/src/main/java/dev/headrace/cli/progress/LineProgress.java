package dev.headrace.cli.progress;

import dev.headrace.event.RunEvent;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Plain lines, for logs: each resource at most every few seconds, when it waits, and when it is done. */
final class LineProgress implements Progress {

    private static final Duration QUIET = Duration.ofSeconds(5);

    private final PrintStream err;
    private final Clock clock;
    private final ProgressBoard board;
    private final Map<String, Instant> told = new HashMap<>();

    LineProgress(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.board = new ProgressBoard(clock);
    }

    @Override
    public synchronized void on(RunEvent event) {
        board.take(event);
        Messages.of(event, clock.getZone()).ifPresent(err::println);
        if (event instanceof RunEvent.ResourceFinished finished) {
            err.println(board.line(finished.resource()));
        } else if (event instanceof RunEvent.Waiting waiting) {
            err.println(board.line(waiting.resource()) + " (until "
                    + Messages.timeOfDay(waiting.until(), clock.getZone()) + ")");
        } else if (event instanceof RunEvent.PageRead page && isDue(page.resource())) {
            err.println(board.line(page.resource()));
        }
    }

    private boolean isDue(String resource) {
        Instant now = clock.instant();
        Instant before = told.putIfAbsent(resource, now);
        boolean due = before != null && Duration.between(before, now).compareTo(QUIET) >= 0;
        if (due) {
            told.put(resource, now);
        }
        return due;
    }

    @Override
    public void close() {
        err.flush();
    }
}
