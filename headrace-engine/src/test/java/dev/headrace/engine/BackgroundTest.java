package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class BackgroundTest {

    private static final int MEGABYTE = 1 << 20;

    private final CountDownLatch blocked = new CountDownLatch(1);
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /** Gives pieces behind one that does not end, on a thread of its own. */
    private Thread give(Background background, int pieces, int bytes) {
        background.give(0, () -> await(blocked));
        Thread giver = new Thread(() -> {
            for (int i = 0; i < pieces; i++) {
                background.give(bytes, done::incrementAndGet);
                given.incrementAndGet();
            }
        });
        giver.start();
        return giver;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoeverBringsMoreThanFiveMegabytesWaitsUntilThereIsRoom() throws InterruptedException {
        try (Background background = new Background()) {
            Thread giver = give(background, 20, MEGABYTE);
            awaitWaiting(giver);
            assertThat(given).hasValue(4);

            blocked.countDown();
            giver.join();
            background.await();
            assertThat(done).hasValue(20);
        }
    }

    @Test
    void oneLargePieceMayWaitBehindTheOneThatIsBeingDone() throws InterruptedException {
        try (Background background = new Background()) {
            Thread giver = give(background, 2, 16 * MEGABYTE);
            awaitWaiting(giver);
            assertThat(given).hasValue(1);

            blocked.countDown();
            giver.join();
            background.await();
            assertThat(done).hasValue(2);
        }
    }

    @Test
    void smallPiecesAreBoundedTooAndAnyNumberOfThemIsDone() throws InterruptedException {
        try (Background background = new Background()) {
            Thread giver = give(background, 200_000, 1);
            awaitWaiting(giver);
            assertThat(given.get()).isBetween(10_000, 30_000);

            blocked.countDown();
            giver.join();
            background.await();
            assertThat(done).hasValue(200_000);
        }
    }
}
