package dev.headrace.bench.stages;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.event.RunListener;
import dev.headrace.source.ReadContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lends a reader what it needs; nobody listens, nothing is kept. */
final class PlainContext implements ReadContext {

    private final Map<String, Map<String, @Nullable Object>> states = new HashMap<>();
    private final Redactor redactor = new Redactor();

    @Override
    public Map<String, @Nullable Object> state(String resource) {
        return states.computeIfAbsent(resource, name -> new HashMap<>());
    }

    @Override
    public RunListener listener() {
        return RunListener.none();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Sleeper sleeper() {
        return Sleeper.system();
    }

    @Override
    public Redactor redactor() {
        return redactor;
    }

    @Override
    public boolean stopRequested() {
        return false;
    }
}
