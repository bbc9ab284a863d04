package dev.headrace.cli.progress;

import dev.headrace.event.RunEvent;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A block of one line per resource at the bottom of the screen, redrawn a few times a second; messages scroll above it.
 * Redrawing is left to a timer, so that events cost next to nothing and waits count down.
 */
final class TerminalProgress implements Progress {

    private static final int FRAME_MILLIS = 100;
    private static final String CLEAR_LINE = "\u001b[2K\r";
    private static final String UP = "\u001b[1A";

    private final PrintStream err;
    private final int columns;
    private final ZoneId zone;
    private final ProgressBoard board;
    private final ScheduledExecutorService timer;
    private @Nullable String stage;
    private int drawn;

    TerminalProgress(PrintStream err, int columns, Clock clock) {
        this.err = err;
        this.columns = columns;
        this.zone = clock.getZone();
        this.board = new ProgressBoard(clock);
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleAtFixedRate(this::redraw, FRAME_MILLIS, FRAME_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void on(RunEvent event) {
        board.take(event);
        stage = stageAfter(event, stage);
        Messages.of(event, zone).ifPresent(this::say);
    }

    private static @Nullable String stageAfter(RunEvent event, @Nullable String stage) {
        if (event instanceof RunEvent.LoadStarted) {
            return "loading ...";
        }
        if (event instanceof RunEvent.TableLoaded loaded) {
            return "loading ... " + loaded.table();
        }
        return event instanceof RunEvent.PackageCommitted ? null : stage;
    }

    private void say(String message) {
        erase();
        err.println(message);
        draw();
    }

    private synchronized void redraw() {
        erase();
        draw();
    }

    private void draw() {
        StringBuilder block = new StringBuilder();
        List<String> lines = board.lines();
        lines.forEach(line -> block.append(clip(line)).append('\n'));
        if (stage != null) {
            block.append(clip(stage)).append('\n');
        }
        drawn = lines.size() + (stage == null ? 0 : 1);
        err.print(block);
        err.flush();
    }

    private void erase() {
        StringBuilder codes = new StringBuilder(CLEAR_LINE);
        for (int i = 0; i < drawn; i++) {
            codes.append(UP).append(CLEAR_LINE);
        }
        err.print(codes);
        drawn = 0;
    }

    /** A line that wrapped would leave remains behind when it is redrawn. */
    private String clip(String line) {
        return line.length() < columns ? line : line.substring(0, Math.max(1, columns - 1));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        redraw();
    }
}
