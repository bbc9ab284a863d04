package dev.headrace.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class CrowdTest {

    private final Crowd crowd = new Crowd();

    @Test
    void whoeverMakesACrowdCompleteIsInNoOtherOne() throws IOException, InterruptedException {
        Thread first = awaiting(crowd.enter(), 3);
        Thread second = awaiting(crowd.enter(), 3);
        Crowd.Guest third = crowd.enter();
        first.join();
        second.join();

        assertThatOthersNeedAThird(third);
    }

    @Test
    void whoeverWasThereWhenACrowdBecameCompleteIsInNoOtherOne() throws IOException, InterruptedException {
        Thread first = awaiting(crowd.enter(), 3);
        Crowd.Guest second = crowd.enter();
        Crowd.Guest third = crowd.enter();
        first.join();

        assertThatOthersNeedAThird(second, third);
    }

    @Test
    void whoeverNeedsMoreThanTheOthersWaitsForMore() throws IOException, InterruptedException {
        Thread first = awaiting(crowd.enter(), 2);
        Crowd.Guest second = crowd.enter();
        first.join();

        Thread more = awaiting(second, 3);
        Thread third = awaiting(crowd.enter(), 3);
        crowd.awaitOthers(crowd.enter(), 3);
        more.join();
        third.join();
    }

    /** @param before those that were in a crowd of three before, and are about to leave */
    private void assertThatOthersNeedAThird(Crowd.Guest... before) throws IOException, InterruptedException {
        Thread first = awaiting(crowd.enter(), 3);
        Thread second = awaiting(crowd.enter(), 3);
        for (Crowd.Guest guest : before) {
            crowd.awaitOthers(guest, 3);
        }
        assertThat(first.isAlive() && second.isAlive()).isTrue();

        crowd.awaitOthers(crowd.enter(), 3);
        first.join();
        second.join();
    }

    /** A thread in which a guest waits for others, or has met enough of them. */
    private Thread awaiting(Crowd.Guest guest, int needed) {
        Thread thread = new Thread(() -> {
            try {
                crowd.awaitOthers(guest, needed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
