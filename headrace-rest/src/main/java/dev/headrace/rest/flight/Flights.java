package dev.headrace.rest.flight;

import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import dev.headrace.source.ReadContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a run that are under way at the same time, each on a thread of its own. One thread, that of the run,
 * launches flights, waits for them and takes what they bring. Flights begin in the order in which they were launched, those
 * that are awaited first, as far as their windows have room; while much memory is taken only awaited ones begin.
 */
public final class Flights implements AutoCloseable {

    /** Of answers that wait: 64 MB, and in a small heap an eighth of it. */
    private static final long MOST_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final long LOOK_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReadContext run;
    private final int most;
    private final Naps naps;
    private final Announcements announcements;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition news = lock.newCondition();
    private final Runway runway = new Runway(MOST_BYTES);
    private final List<Thread> threads = new ArrayList<>();
    private int idle;
    private boolean somethingNew;
    private volatile boolean closed;

    /** @param most flights under way at a time */
    public Flights(ReadContext run, int most) {
        this.run = run;
        this.most = most;
        this.naps = new Naps(run.sleeper());
        this.announcements = new Announcements(run.listener(), this::ringTheBell);
    }

    /** What errands are to use in place of the run's own context. */
    public ReadContext context() {
        return new FlightContext(run, announcements, naps, () -> closed);
    }

    /**
     * Puts a flight on the way.
     *
     * @param expected bytes that it will probably bring
     */
    public <T extends Cargo> Flight<T> launch(Window window, long expected, Errand<? extends T> errand) {
        Flight<T> flight = new Flight<>(this, window, expected, errand);
        lock.lock();
        try {
            runway.add(flight);
            if (runway.waiting() > idle && threads.size() < most) {
                addThread();
            }
            work.signal();
        } finally {
            lock.unlock();
        }
        return flight;
    }

    /**
     * Waits until a flight has landed since the last call, or has told something, which the run's listener hears now.
     *
     * @throws InterruptedRunException when the run is to stop
     */
    public void awaitNews() {
        run.waitBegins();
        try {
            awaitTheBell();
        } finally {
            run.waitEnds();
        }
        handOver();
    }

    private void awaitTheBell() {
        lock.lock();
        try {
            while (!somethingNew) {
                stopIfAsked();
                // Nobody tells when the run is to stop: it has to be looked at.
                news.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            somethingNew = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        } finally {
            lock.unlock();
        }
    }

    /** The run's listener hears what flights have told, in this thread. */
    public void handOver() {
        announcements.handOver();
    }

    /** Begins nothing more, and ends what sleeps; exchanges that are under way have to be ended by their client. */
    public void stop() {
        lock.lock();
        try {
            closed = true;
            runway.clear();
            work.signalAll();
        } finally {
            lock.unlock();
        }
        naps.end();
    }

    /** Stops, and gives the threads a moment to end; they do not keep the process alive. */
    @Override
    public void close() {
        stop();
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        announcements.handOver();
    }

    void dismiss(Flight<?> flight) {
        lock.lock();
        try {
            runway.dismiss(flight);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A flight that waits may begin now. */
    void somethingChanged() {
        lock.lock();
        try {
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private void addThread() {
        Thread thread = new Thread(this::carry, "headrace-request-" + (threads.size() + 1));
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void carry() {
        for (Flight<?> flight = next(); flight != null; flight = next()) {
            flight.fly();
            land(flight);
        }
    }

    private @Nullable Flight<?> next() {
        lock.lock();
        try {
            while (!closed) {
                Flight<?> flight = runway.begin();
                if (flight != null) {
                    work.signal(); // there may be room for another one
                    return flight;
                }
                idle++;
                work.awaitUninterruptibly();
                idle--;
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void land(Flight<?> flight) {
        lock.lock();
        try {
            runway.end(flight);
            ringTheBell();
        } finally {
            lock.unlock();
        }
    }

    private void ringTheBell() {
        lock.lock();
        try {
            somethingNew = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void stopIfAsked() {
        if (run.stopRequested()) {
            throw stopped();
        }
    }

    private static InterruptedRunException stopped() {
        return new InterruptedRunException(
                Phase.EXTRACT, "Stopped as asked; what was not loaded before is not loaded. Run it again.");
    }
}
