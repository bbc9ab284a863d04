package dev.headrace.rest.flight;

import dev.headrace.Sleeper;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Sleeps that end at once when the run ends. Only threads that sleep are interrupted: one that writes a file, a token for
 * instance, would lose it. Safe for any number of threads.
 */
final class Naps implements Sleeper {

    private final Sleeper sleeper;
    private final Set<Thread> asleep = new HashSet<>();
    private boolean over;

    Naps(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        lieDown();
        try {
            sleeper.sleep(duration);
        } finally {
            getUp();
        }
    }

    /** Wakes everybody; from now on nobody sleeps. */
    synchronized void end() {
        over = true;
        asleep.forEach(Thread::interrupt);
    }

    private synchronized void lieDown() throws InterruptedException {
        if (over) {
            throw new InterruptedException("the run has ended");
        }
        asleep.add(Thread.currentThread());
    }

    private synchronized void getUp() {
        asleep.remove(Thread.currentThread());
        if (over) {
            Thread.interrupted(); // meant for the sleep, not for what comes after it
        }
    }
}
