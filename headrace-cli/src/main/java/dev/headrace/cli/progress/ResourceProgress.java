package dev.headrace.cli.progress;

import dev.headrace.event.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far one resource is. Changed by one thread at a time; the display guards it. */
final class ResourceProgress {

    private final String name;
    private final Instant begun;
    private final long recordsBefore;
    private long pages;
    private long records;
    private @Nullable Long total;
    private @Nullable String waitingFor;
    private Instant waitingUntil = Instant.MIN;
    private boolean finished;
    private Instant last;

    /** @param before what earlier runs have read; null: nothing */
    ResourceProgress(String name, Instant begun, RunEvent.@Nullable ReadBefore before) {
        this.name = name;
        this.begun = begun;
        this.last = begun;
        this.recordsBefore = before == null ? 0 : before.records();
        this.pages = before == null ? 0 : before.pages();
        this.records = recordsBefore;
    }

    void read(RunEvent.PageRead page, Instant now) {
        pages++;
        records += page.records();
        total = page.totalRecords() == null ? total : page.totalRecords();
        waitingFor = null;
        last = now;
    }

    void waiting(String reason, Instant until) {
        waitingFor = reason;
        waitingUntil = until;
    }

    void finished(Instant now) {
        finished = true;
        waitingFor = null;
        last = now;
    }

    boolean isFinished() {
        return finished;
    }

    String name() {
        return name;
    }

    /** One line without its end: name, pages, records, rate, and what it waits for. */
    String line(Instant now, int nameWidth) {
        String counts = String.format(
                Locale.ROOT,
                "%-" + nameWidth + "s  %,d page%s  %,d record%s",
                name,
                pages,
                pages == 1 ? "" : "s",
                records,
                records == 1 ? "" : "s");
        return counts + ofTotal() + rate(finished ? last : now) + wait(now) + (finished ? "  done" : "");
    }

    private String ofTotal() {
        return total == null ? "" : String.format(Locale.ROOT, " of %,d", total);
    }

    private String rate(Instant until) {
        long millis = Duration.between(begun, until).toMillis();
        long read = records - recordsBefore;
        return millis < 100 || read == 0 ? "" : String.format(Locale.ROOT, "  %,d/s", read * 1000 / millis);
    }

    private String wait(Instant now) {
        if (waitingFor == null) {
            return "";
        }
        long seconds = Math.max(0, Duration.between(now, waitingUntil).toMillis() + 999) / 1000;
        return "  waiting " + seconds + " s: " + waitingFor;
    }
}
