package dev.headrace.rest.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.InterruptedRunException;
import dev.headrace.event.RunEvent;
import dev.headrace.rest.http.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class FlightsTest {

    private static final long LARGE = 1L << 30;

    private final TestRun run = new TestRun();
    private final Flights flights = new Flights(run, 4);
    /** The names of the errands that have begun. */
    private final LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();

    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        flights.close();
    }

    private record Parcel(String name, long bytes) implements Cargo {}

    private Flight<Parcel> launch(Window window, String name, long bytes) {
        return flights.launch(window, bytes, awaited -> {
            begun.add(name);
            return new Parcel(name, bytes);
        });
    }

    /** A flight that does not land before the gate is opened. */
    private Flight<Parcel> launchHeld(Window window, String name, long bytes) {
        return flights.launch(window, bytes, awaited -> {
            begun.add(name);
            awaitGate();
            return new Parcel(name, bytes);
        });
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitLanding(Flight<?> flight) {
        while (!flight.hasLanded()) {
            flights.awaitNews();
        }
    }

    @Test
    void landWithWhatTheyBring() {
        Flight<Parcel> flight = launch(Window.of(1), "a", 1);
        awaitLanding(flight);
        assertThat(flight.cargo().name()).isEqualTo("a");
    }

    @Test
    void tellTheRunThatItOnlyWaits() {
        Flight<Parcel> flight = flights.launch(Window.of(1), 1, awaited -> {
            while (!run.isWaiting()) {
                Thread.onSpinWait();
            }
            return new Parcel("a", 1);
        });
        assertThat(run.isWaiting()).isFalse();
        awaitLanding(flight);
        assertThat(run.isWaiting()).isFalse();
    }

    @Test
    void noMoreAreUnderWayThanTheirWindowHasRoomFor() throws InterruptedException {
        Window all = Window.of(4);
        Window narrow = all.within(1);
        launchHeld(narrow, "narrow 1", 1);
        Flight<Parcel> second = launch(narrow, "narrow 2", 1);
        Flight<Parcel> other = launch(all, "other", 1);

        awaitLanding(other);
        assertThat(List.of(begun.take(), begun.take())).containsExactlyInAnyOrder("narrow 1", "other");
        assertThat(begun).isEmpty();

        gate.countDown();
        awaitLanding(second);
        assertThat(begun).containsExactly("narrow 2");
    }

    @Test
    void theWiderWindowBoundsAllThatAreInIt() throws InterruptedException {
        Window all = Window.of(2);
        List<Flight<Parcel>> held = IntStream.range(0, 4)
                .mapToObj(i -> launchHeld(i % 2 == 0 ? all.within(2) : all, "f" + i, 1))
                .toList();
        assertThat(List.of(begun.take(), begun.take())).containsExactlyInAnyOrder("f0", "f1");
        assertThat(begun).isEmpty();
        gate.countDown();
        held.forEach(this::awaitLanding);
    }

    @Test
    void thoseThatAreAwaitedBeginFirst() throws InterruptedException {
        Window one = Window.of(1);
        launchHeld(one, "first", 1);
        begun.take();
        Flight<Parcel> second = launch(one, "second", 1);
        Flight<Parcel> third = launch(one, "third", 1);
        third.await();
        gate.countDown();
        awaitLanding(second);
        awaitLanding(third);
        assertThat(begun).containsExactly("third", "second");
    }

    @Test
    void onlyThoseThatAreAwaitedBeginWhileMuchMemoryIsTaken() {
        Window window = Window.of(4);
        Flight<Parcel> large = launch(window, "large", LARGE);
        awaitLanding(large);
        Flight<Parcel> small = launch(window, "small", 1);
        Flight<Parcel> awaited = launch(window, "awaited", LARGE);
        awaited.await();
        awaitLanding(awaited);
        assertThat(begun).containsExactly("large", "awaited");

        large.dismiss();
        awaited.dismiss();
        awaitLanding(small);
    }

    @Test
    void thoseThatAreDismissedBeforeTheyBeginNeverDo() throws InterruptedException {
        Window one = Window.of(1);
        Flight<Parcel> first = launchHeld(one, "first", 1);
        launch(one, "second", 1).dismiss();
        Flight<Parcel> third = launch(one, "third", 1);
        gate.countDown();
        awaitLanding(first);
        awaitLanding(third);
        assertThat(begun).containsExactly("first", "third");
    }

    @Test
    void failWhereTheirCargoIsTaken() {
        IllegalStateException failure = new IllegalStateException("no");
        Flight<Parcel> flight = flights.launch(Window.of(1), 1, awaited -> {
            throw failure;
        });
        awaitLanding(flight);
        assertThat(flight.cargoOrNull()).isNull();
        assertThatThrownBy(flight::cargo).isSameAs(failure);
    }

    @Test
    void knowWhetherSomebodyWaitsForThem() {
        AtomicReference<Boolean> awaited = new AtomicReference<>();
        Flight<Parcel> flight = flights.launch(Window.of(1), 1, isAwaited -> {
            awaitGate();
            awaited.set(isAwaited.getAsBoolean());
            return new Parcel("", 1);
        });
        flight.await();
        gate.countDown();
        awaitLanding(flight);
        assertThat(awaited).hasValue(true);
    }

    @Test
    void whatTheyTellIsHeardInTheThreadOfTheRun() {
        RunEvent event = new RunEvent.Noted("a", "told");
        Flight<Parcel> flight = flights.launch(Window.of(1), 1, awaited -> {
            flights.context().listener().on(event);
            return new Parcel("", 1);
        });
        awaitLanding(flight);
        flights.handOver();
        assertThat(run.events).containsExactly(event);
    }

    @Test
    void waitsForTheSameThingAreToldOnce() {
        Instant until = Instant.parse("2026-01-01T00:00:10Z");
        RunEvent wait = new RunEvent.Waiting("a", "the limit", until);
        RunEvent same = new RunEvent.Waiting("a", "the limit", until.plusMillis(5));
        RunEvent later = new RunEvent.Waiting("a", "the limit", until.plusSeconds(10));
        RunEvent other = new RunEvent.Waiting("b", "the limit", until);

        List.of(wait, same, other, later).forEach(flights.context().listener()::on);
        flights.handOver();

        assertThat(run.events).containsExactly(wait, other, later);
    }

    @Test
    void aRunThatIsToStopWaitsForNothing() {
        launchHeld(Window.of(1), "held", 1);
        run.stop();
        assertThatThrownBy(flights::awaitNews).isInstanceOf(InterruptedRunException.class);
    }

    @Test
    void sleepEndsWithTheFlights() throws InterruptedException {
        TestRun restless = new TestRun() {
            @Override
            public dev.headrace.Sleeper sleeper() {
                return dev.headrace.Sleeper.system();
            }
        };
        CountDownLatch ended = new CountDownLatch(1);
        try (Flights sleeping = new Flights(restless, 1)) {
            sleeping.launch(Window.of(1), 1, awaited -> {
                begun.add("sleeper");
                try {
                    sleeping.context().sleeper().sleep(Duration.ofDays(1));
                } catch (InterruptedException e) {
                    ended.countDown();
                }
                return new Parcel("", 1);
            });
            begun.take();
            assertThat(sleeping.context().stopRequested()).isFalse();
            sleeping.stop();
            assertThat(sleeping.context().stopRequested()).isTrue();
        }
        ended.await();
    }
}
