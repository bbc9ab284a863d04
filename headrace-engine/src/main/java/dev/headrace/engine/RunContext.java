package dev.headrace.engine;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.engine.state.LiveState;
import dev.headrace.source.ReadContext;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the run lends to a reader. */
record RunContext(SourceRun run, ReadingEvents listener, RunSettings.Surroundings surroundings) implements ReadContext {

    @Override
    public Map<String, @Nullable Object> state(String resource) {
        return run.live().resource(resource);
    }

    @Override
    public Map<String, @Nullable Object> stateAtBeginning(String resource) {
        return LiveState.resource(run.stateAtBeginning(), resource);
    }

    @Override
    public Clock clock() {
        return surroundings.clock();
    }

    @Override
    public Sleeper sleeper() {
        return surroundings.sleeper();
    }

    @Override
    public Redactor redactor() {
        return surroundings.redactor();
    }

    @Override
    public void waitBegins() {
        listener.waitBegins();
    }

    @Override
    public void waitEnds() {
        listener.waitEnds();
    }

    @Override
    public void cameAhead() {
        listener.cameAhead();
    }

    @Override
    public boolean stopRequested() {
        return surroundings.stop().getAsBoolean();
    }
}
