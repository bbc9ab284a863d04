package dev.headrace.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateGateTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final FakeClock clock = new FakeClock();

    private static RateLimit limit(int requests, Duration per) {
        return new RateLimit(requests, per, null);
    }

    /** Waits as long as the gate says, and returns the time of the request. */
    private long pass(RateGate.Passage passage) {
        Optional<RateGate.Delay> delay = passage.tryPass();
        while (delay.isPresent()) {
            clock.sleep(delay.get().length());
            delay = passage.tryPass();
        }
        return clock.millis();
    }

    @Property(tries = 30)
    void neverLetsOneMoreThroughInADayOfRandomRequests(
            @ForAll @IntRange(min = 1, max = 20) int few,
            @ForAll @IntRange(min = 1, max = 90) int seconds,
            @ForAll @IntRange(min = 1, max = 300) int many,
            @ForAll @IntRange(min = 1, max = 7200) int longer,
            @ForAll long seed) {
        List<RateLimit> limits =
                List.of(limit(few, Duration.ofSeconds(seconds)), limit(many, Duration.ofSeconds(longer)));
        RateGate.Passage passage = new RateGate(limits, clock).passage();
        Random random = new Random(seed);
        Instant end = clock.instant().plus(DAY);
        List<Long> times = new ArrayList<>();
        while (clock.instant().isBefore(end) && times.size() < 20_000) {
            boolean idle = random.nextInt(50) == 0;
            clock.advance(Duration.ofMillis(idle ? random.nextInt(longer * 1000) : random.nextInt(300)));
            times.add(pass(passage));
        }
        limits.forEach(limit -> assertKept(limit, times));
    }

    private static void assertKept(RateLimit limit, List<Long> times) {
        for (int i = limit.requests(); i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - limit.requests()))
                    .as("request %s under %s", i, limit)
                    .isGreaterThan(limit.per().toMillis());
        }
    }

    @Test
    void waitsNoLongerThanNeeded() {
        RateGate.Passage passage = new RateGate(List.of(limit(2, Duration.ofSeconds(10))), clock).passage();
        long begin = clock.millis();
        assertThat(pass(passage) - begin).isZero();
        clock.advance(Duration.ofSeconds(4));
        assertThat(pass(passage) - begin).isEqualTo(4000);
        assertThat(pass(passage) - begin).isEqualTo(10_001);
        assertThat(pass(passage) - begin).isEqualTo(14_001);
        clock.advance(Duration.ofMinutes(1));
        assertThat(pass(passage) - begin).isEqualTo(74_001);
    }

    @Test
    void countsEachResourceForItselfAndAllForTheClient() {
        RateGate gate = new RateGate(List.of(limit(3, DAY)), clock);
        RateGate.Passage a = gate.passage(List.of(limit(1, Duration.ofSeconds(1))));
        RateGate.Passage b = gate.passage(List.of(limit(1, Duration.ofSeconds(1))));
        assertThat(a.tryPass()).isEmpty();
        assertThat(a.tryPass()).get().extracting(RateGate.Delay::limit).isEqualTo(limit(1, Duration.ofSeconds(1)));
        assertThat(b.tryPass()).isEmpty();
        assertThat(gate.passage().tryPass()).isEmpty();
        assertThat(gate.passage().tryPass())
                .get()
                .extracting(RateGate.Delay::limit)
                .isEqualTo(limit(3, DAY));
    }

    @Test
    void resourcesOfAGroupShareItsLimits() {
        RateGate gate = new RateGate(List.of(), clock);
        RateLimit two = new RateLimit(2, DAY, "search");
        RateGate.Passage a = gate.passage(List.of(two));
        RateGate.Passage b = gate.passage(List.of(two));
        RateGate.Passage other = gate.passage(List.of(new RateLimit(2, DAY, "other")));
        assertThat(a.tryPass()).isEmpty();
        assertThat(b.tryPass()).isEmpty();
        assertThat(a.tryPass()).isPresent();
        assertThat(b.tryPass()).isPresent();
        assertThat(other.tryPass()).isEmpty();
    }

    @Test
    void theStrictestLimitOfAGroupHoldsForAllOfIt() {
        RateGate gate = new RateGate(List.of(), clock);
        RateGate.Passage loose = gate.passage(List.of(new RateLimit(5, DAY, "g")));
        gate.passage(List.of(new RateLimit(1, DAY, "g")));
        assertThat(loose.tryPass()).isEmpty();
        assertThat(loose.tryPass()).isPresent();
    }

    @Test
    void aRefusedRequestIsNotCounted() {
        RateGate gate = new RateGate(List.of(limit(2, Duration.ofSeconds(10))), clock);
        RateGate.Passage narrow = gate.passage(List.of(limit(1, DAY)));
        assertThat(narrow.tryPass()).isEmpty();
        assertThat(narrow.tryPass()).isPresent();
        assertThat(gate.passage().tryPass()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackDoesNotStopIt() {
        RateGate.Passage passage = new RateGate(List.of(limit(1, Duration.ofSeconds(1))), clock).passage();
        pass(passage);
        clock.advance(Duration.ofHours(-1));
        assertThat(passage.tryPass()).get().extracting(RateGate.Delay::length).isEqualTo(Duration.ofMillis(1001));
        clock.advance(Duration.ofMillis(1001));
        assertThat(passage.tryPass()).isEmpty();
    }

    @Test
    void isKeptByManyThreadsTogether() throws InterruptedException {
        RateLimit hundred = limit(100, DAY);
        RateGate gate = new RateGate(List.of(hundred), clock);
        List<Boolean> through = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            RateGate.Passage passage = gate.passage();
            threads.add(new Thread(() -> {
                awaitQuietly(start);
                for (int n = 0; n < 50; n++) {
                    through.add(passage.tryPass().isEmpty());
                }
            }));
        }
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Collections.frequency(through, true)).isEqualTo(100);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
