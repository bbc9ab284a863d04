package dev.headrace.rest.flight;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.event.RunListener;
import dev.headrace.source.ReadContext;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What flights are lent: the run's own, made safe for several threads. */
record FlightContext(ReadContext run, RunListener listener, Sleeper sleeper, BooleanSupplier closed)
        implements ReadContext {

    @Override
    public Map<String, @Nullable Object> state(String resource) {
        return run.state(resource);
    }

    @Override
    public Map<String, @Nullable Object> stateAtBeginning(String resource) {
        return run.stateAtBeginning(resource);
    }

    @Override
    public Clock clock() {
        return run.clock();
    }

    @Override
    public Redactor redactor() {
        return run.redactor();
    }

    @Override
    public boolean stopRequested() {
        return closed.getAsBoolean() || run.stopRequested();
    }
}
