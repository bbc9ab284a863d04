package dev.headrace.rest.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of a run. Whoever wants to send a request tries one of its {@link Passage passages} until it is let through.
 * Safe for any number of threads.
 */
public final class RateGate {

    private final Clock clock;
    private final List<SlidingWindow> shared;
    private final Map<String, List<SlidingWindow>> groups = new HashMap<>();
    private long last = Long.MIN_VALUE;
    private long ahead;

    /** @param limits that all requests of the run are under */
    public RateGate(List<RateLimit> limits, Clock clock) {
        this.clock = clock;
        this.shared = limits.stream().map(SlidingWindow::new).toList();
    }

    /** The way for requests that are under no other limits than all are. */
    public Passage passage() {
        return passage(List.of());
    }

    /**
     * The way for the requests of one resource. Limits of a group are shared with all passages that name the group: what one
     * of them adds to it holds for those that are opened later, so all are to be opened before the first request.
     */
    public synchronized Passage passage(List<RateLimit> own) {
        List<SlidingWindow> windows = new ArrayList<>(shared);
        List<List<SlidingWindow>> grouped = new ArrayList<>();
        for (RateLimit limit : own) {
            String group = limit.group();
            if (group == null) {
                windows.add(new SlidingWindow(limit));
            } else {
                List<SlidingWindow> members = groups.computeIfAbsent(group, name -> new ArrayList<>());
                if (members.stream().noneMatch(window -> window.limit().equals(limit))) {
                    members.add(new SlidingWindow(limit));
                }
                if (!grouped.contains(members)) {
                    grouped.add(members);
                }
            }
        }
        return new Passage(windows, grouped);
    }

    /** What keeps a request back. */
    public record Delay(Duration length, RateLimit limit) {}

    /** One resource's way through the gate. */
    public final class Passage {

        private final List<SlidingWindow> windows;
        private final List<List<SlidingWindow>> groups;

        private Passage(List<SlidingWindow> windows, List<List<SlidingWindow>> groups) {
            this.windows = windows;
            this.groups = groups;
        }

        /**
         * Lets one request through and counts it, when all limits allow it now.
         *
         * @return empty when it was let through; else after how long it is worth trying again
         */
        public Optional<Delay> tryPass() {
            if (windows.isEmpty() && groups.isEmpty()) {
                return Optional.empty();
            }
            synchronized (RateGate.this) {
                long now = steadyMillis();
                SlidingWindow slowest = null;
                for (SlidingWindow window : all()) {
                    boolean slower = slowest == null || window.waitAt(now) > slowest.waitAt(now);
                    slowest = slower ? window : slowest;
                }
                if (slowest != null && slowest.waitAt(now) > 0) {
                    return Optional.of(new Delay(Duration.ofMillis(slowest.waitAt(now)), slowest.limit()));
                }
                all().forEach(window -> window.add(now));
                return Optional.empty();
            }
        }

        private List<SlidingWindow> all() {
            if (groups.isEmpty()) {
                return windows;
            }
            List<SlidingWindow> all = new ArrayList<>(windows);
            groups.forEach(all::addAll);
            return all;
        }
    }

    /** The clock's time; where the clock is set back it goes on from where it was. */
    private long steadyMillis() {
        long now = clock.millis() + ahead;
        if (now < last) {
            ahead += last - now;
            now = last;
        }
        last = now;
        return now;
    }
}
