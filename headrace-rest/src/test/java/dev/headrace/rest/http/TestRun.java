package dev.headrace.rest.http;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.source.ReadContext;
import dev.headrace.testkit.FakeClock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run whose waits take no time and whose events are kept. */
public class TestRun implements ReadContext {

    public final FakeClock time = new FakeClock();
    public final List<RunEvent> events = new ArrayList<>();
    private final Redactor redactor = new Redactor();
    private volatile boolean stopped;
    private volatile boolean waiting;

    public void stop() {
        stopped = true;
    }

    /** Whether the reader has said that it only waits. */
    public boolean isWaiting() {
        return waiting;
    }

    @Override
    public void waitBegins() {
        waiting = true;
    }

    @Override
    public void waitEnds() {
        waiting = false;
    }

    public <T extends RunEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public Map<String, @Nullable Object> state(String resource) {
        return new HashMap<>();
    }

    @Override
    public RunListener listener() {
        return events::add;
    }

    @Override
    public Clock clock() {
        return time;
    }

    @Override
    public Sleeper sleeper() {
        return time;
    }

    @Override
    public Redactor redactor() {
        return redactor;
    }

    @Override
    public boolean stopRequested() {
        return stopped;
    }
}
