package dev.headrace.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.FakeClock;
import dev.headrace.testkit.SharedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A day of requests as fast as the limits allow, on clocks that nobody waits for. */
class SimulatedDayTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final RateLimit BURST = limit(7, Duration.ofSeconds(3));
    private static final RateLimit MINUTE = limit(60, Duration.ofMinutes(1));
    private static final RateLimit HOUR = limit(2_400, Duration.ofHours(1));

    private static RateLimit limit(int requests, Duration per) {
        return new RateLimit(requests, per, null);
    }

    @Test
    void keepsSeveralLimitsAtOnceAndUsesThemUp() {
        FakeClock clock = new FakeClock();
        RateGate.Passage passage = new RateGate(List.of(BURST, MINUTE, HOUR), clock).passage();
        Instant end = clock.instant().plus(DAY);
        List<Long> times = new ArrayList<>();
        while (clock.instant().isBefore(end)) {
            Optional<RateGate.Delay> delay = passage.tryPass();
            if (delay.isEmpty()) {
                times.add(clock.millis());
            } else {
                clock.sleep(delay.get().length());
            }
        }
        assertKept(times, BURST, MINUTE, HOUR);
        assertThat(times.size()).isBetween(24 * 2_400 * 99 / 100, 24 * 2_400 + 60);
    }

    @Test
    void keepsThemWhenTheClockIsSetBackAnHourAndForwardAgain() {
        FakeClock clock = new FakeClock();
        RateGate.Passage passage = new RateGate(List.of(BURST, MINUTE), clock).passage();
        Random random = new Random(5);
        List<Long> passed = new ArrayList<>();
        long slept = 0;
        for (int attempt = 0; slept < DAY.toMillis(); attempt++) {
            Optional<RateGate.Delay> delay = passage.tryPass();
            if (delay.isEmpty()) {
                passed.add(slept);
            } else {
                assertThat(delay.get().length()).isLessThanOrEqualTo(Duration.ofMillis(60_001));
                clock.sleep(delay.get().length());
                slept += delay.get().length().toMillis();
            }
            if (random.nextInt(500) == 0) {
                clock.advance(Duration.ofHours(-1)); // daylight saving done wrong
            }
        }
        assertKept(passed, BURST, MINUTE);
        assertThat(passed.size()).isGreaterThan(24 * 60 * 60 * 98 / 100);
    }

    @Test
    void keepsThemForManyThreadsWithLimitsOfTheirOwnAndOfGroups() throws InterruptedException {
        int threads = 6;
        SharedClock clock = new SharedClock(threads);
        RateLimit all = limit(900, Duration.ofHours(1));
        RateLimit own = limit(5, Duration.ofSeconds(20));
        RateLimit group = new RateLimit(400, Duration.ofHours(1), "search");
        RateGate gate = new RateGate(List.of(all), clock);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(new Worker(gate.passage(i < 3 ? List.of(own, group) : List.of(own)), clock, i));
        }
        workers.forEach(Thread::start);
        for (Worker worker : workers) {
            worker.join();
            assertKept(worker.times, own);
        }
        assertKept(merged(workers.subList(0, 3)), group);
        List<Long> everybody = merged(workers);
        assertKept(everybody, all);
        assertThat(everybody.size()).isBetween(24 * 900 * 97 / 100, 24 * 900 + 60);
    }

    /** One that sends a request, waits a little for its answer, and sends the next one, for a day. */
    private static final class Worker extends Thread {
        private final RateGate.Passage passage;
        private final SharedClock clock;
        private final Random random;
        private final List<Long> times = new ArrayList<>();

        private Worker(RateGate.Passage passage, SharedClock clock, long seed) {
            this.passage = passage;
            this.clock = clock;
            this.random = new Random(seed);
        }

        @Override
        public void run() {
            Instant end = clock.instant().plus(DAY);
            try {
                while (clock.instant().isBefore(end)) {
                    Optional<RateGate.Delay> delay = passage.tryPass();
                    if (delay.isEmpty()) {
                        times.add(clock.millis());
                    }
                    clock.sleep(
                            delay.map(RateGate.Delay::length).orElseGet(() -> Duration.ofMillis(random.nextInt(900))));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                clock.leave();
            }
        }
    }

    private static List<Long> merged(List<Worker> workers) {
        List<Long> times = new ArrayList<>();
        workers.forEach(worker -> times.addAll(worker.times));
        Collections.sort(times);
        return times;
    }

    /** Counts, for every request, those in the span of time that ends with it, both of its ends included. */
    private static void assertKept(List<Long> times, RateLimit... limits) {
        for (RateLimit limit : limits) {
            int first = 0;
            int most = 0;
            for (int last = 0; last < times.size(); last++) {
                while (times.get(last) - times.get(first) > limit.per().toMillis()) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
            assertThat(most).as(limit.toString()).isEqualTo(limit.requests());
        }
    }
}
