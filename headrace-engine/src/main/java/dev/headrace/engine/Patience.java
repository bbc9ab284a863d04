package dev.headrace.engine;

import dev.headrace.DestinationException;
import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import dev.headrace.engine.loadpackage.Turn;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what others have, as long as the run was told to. Used by one run. */
final class Patience implements Turn {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RunSettings.Surroundings surroundings;
    private final RunListener listener;
    private @Nullable Instant end;
    private String told = "";

    Patience(RunSettings.Surroundings surroundings, RunListener listener) {
        this.surroundings = surroundings;
        this.listener = listener;
    }

    /** What an attempt gives once nobody else has what it needs. */
    <T> T await(Supplier<T> attempt) {
        while (true) {
            try {
                T result = attempt.get();
                end = null;
                return result;
            } catch (DestinationException e) {
                if (e.reason() != DestinationException.Reason.IN_USE || !comes(e.message())) {
                    throw e;
                }
            }
        }
    }

    @Override
    public boolean comes(String problem) {
        Instant now = surroundings.clock().instant();
        if (end == null) {
            end = now.plus(surroundings.patience());
        }
        if (!now.isBefore(end)) {
            return false;
        }
        tell(problem);
        pause();
        return true;
    }

    private void tell(String problem) {
        if (!problem.equals(told)) {
            told = problem;
            listener.on(new RunEvent.Warned(
                    null,
                    problem + " Waiting for up to " + surroundings.patience().toSeconds() + " s."));
        }
    }

    private void pause() {
        if (surroundings.stop().getAsBoolean()) {
            throw stopped();
        }
        try {
            surroundings.sleeper().sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private static InterruptedRunException stopped() {
        return new InterruptedRunException(
                Phase.LOAD, "The run was stopped while it was waiting for another one. Nothing was loaded.");
    }
}
