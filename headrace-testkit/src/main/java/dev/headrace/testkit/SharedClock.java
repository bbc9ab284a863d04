package dev.headrace.testkit;

import dev.headrace.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/**
 * A clock by which several threads sleep at the same time, without anybody really waiting: once all of them sleep, it jumps
 * to the moment at which the first one wakes. Time stands still while one of them works. Safe for any number of threads.
 */
public final class SharedClock extends Clock implements Sleeper {

    private final PriorityQueue<Instant> wakings = new PriorityQueue<>();
    private int awake;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** @param threads how many will sleep by it, each until it {@linkplain #leave leaves} */
    public SharedClock(int threads) {
        this.awake = threads;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        Instant until = now.plus(duration);
        if (!until.isAfter(now)) {
            return;
        }
        wakings.add(until);
        awake--;
        jumpIfAllSleep();
        while (now.isBefore(until)) {
            wait();
        }
    }

    /** The calling thread will not sleep again. */
    public synchronized void leave() {
        awake--;
        jumpIfAllSleep();
    }

    private void jumpIfAllSleep() {
        if (awake > 0 || wakings.isEmpty()) {
            return;
        }
        now = wakings.element();
        while (!wakings.isEmpty() && !wakings.element().isAfter(now)) {
            wakings.remove();
            awake++;
        }
        notifyAll();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("a shared clock knows UTC only");
    }
}
