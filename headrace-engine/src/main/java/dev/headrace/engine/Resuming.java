package dev.headrace.engine;

import dev.headrace.engine.checkpoint.Snapshot;
import dev.headrace.engine.checkpoint.Ties;
import dev.headrace.engine.loadpackage.Checkpoint;
import dev.headrace.engine.loadpackage.Leftover;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds where an earlier run stopped, decides whether this one goes on there, and tells what it does. */
final class Resuming {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final PackageStore packages;
    private final Clock clock;
    private final RunListener listener;

    Resuming(PackageStore packages, Clock clock, RunListener listener) {
        this.packages = packages;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Empty when there is nothing to go on with; what does not fit or is damaged is deleted.
     *
     * @param wanted false: a new beginning was asked for
     * @param ties of this run; empty when its source never goes on
     */
    Optional<Resumption> find(boolean wanted, Supplier<Optional<Ties>> ties) {
        Optional<Leftover> left = packages.leftover();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        if (left.get() instanceof Leftover.Damaged damaged) {
            return tellDamage(damaged.reason());
        }
        Checkpoint checkpoint = (Checkpoint) left.get();
        Optional<Snapshot> snapshot = Snapshot.of(checkpoint.content());
        if (snapshot.isEmpty()) {
            return tellDamage("what it should tell is missing");
        }
        if (!wanted) {
            return startAnew(new RunEvent.Noted(
                    null, "Starts anew, as it was asked to: what " + run(snapshot.get()) + " had read is given up."));
        }
        Optional<String> obstacle = obstacle(snapshot.get(), ties.get());
        if (obstacle.isPresent()) {
            return giveUp(snapshot.get(), obstacle.get());
        }
        Optional<String> damage = packages.restore(checkpoint);
        return damage.isPresent() ? tellDamage(damage.get()) : Optional.of(new Resumption(checkpoint, snapshot.get()));
    }

    private static Optional<String> obstacle(Snapshot snapshot, Optional<Ties> ties) {
        return ties.isEmpty() ? Optional.of("the source") : ties.get().changeSince(snapshot.ties());
    }

    private Optional<Resumption> giveUp(Snapshot snapshot, String changed) {
        return startAnew(new RunEvent.Warned(
                null,
                "Starts anew: " + changed + " has changed since " + run(snapshot)
                        + " stopped, and what it had read is given up."));
    }

    /** The source cannot tell from the position where it stood. */
    void giveUpUnreadable(Snapshot snapshot, String source) {
        startAnew(new RunEvent.Warned(
                null,
                "Starts anew: the checkpoint of " + run(snapshot) + " does not tell source '" + source
                        + "' where it stopped: it is damaged, or another version of Headrace made it. What it had read is given"
                        + " up."));
    }

    void tell(Resumption resumption) {
        Snapshot snapshot = resumption.snapshot();
        listener.on(new RunEvent.Noted(
                null,
                "Goes on where " + run(snapshot) + " stopped: "
                        + snapshot.position().description() + "."));
        resumption
                .counts()
                .resources()
                .forEach(
                        (name, counts) -> listener.on(new RunEvent.ReadBefore(name, counts.pages(), counts.records())));
    }

    private Optional<Resumption> tellDamage(String reason) {
        return startAnew(new RunEvent.Warned(
                null,
                "Starts anew: the checkpoint of an earlier run is damaged: " + reason
                        + ". What it had read is given up."));
    }

    private Optional<Resumption> startAnew(RunEvent event) {
        listener.on(event);
        packages.discardLeftovers();
        return Optional.empty();
    }

    private String run(Snapshot snapshot) {
        ZonedDateTime began = snapshot.runBegan().atZone(clock.getZone());
        Instant now = clock.instant();
        boolean today = began.toLocalDate().equals(now.atZone(clock.getZone()).toLocalDate());
        return "the run of " + (today ? TIME : DAY_AND_TIME).format(began);
    }
}
