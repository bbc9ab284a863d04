package dev.headrace.cli;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.source.ReadContext;
import dev.headrace.source.Resource;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one page of each resource, as far as their parents' first pages lead to them. */
final class FirstPages implements ReadContext {

    /** Enough for every resource to have its turn, and an end for sources whose children never get one. */
    private static final int TURNS_PER_RESOURCE = 3;

    private final Source source;
    private final Redactor redactor;
    private final ProgramEnvironment environment;
    private RunListener listener = event -> {};
    private final Map<String, RunEvent.PageRead> pages = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> states = new HashMap<>();

    /** What is known of one resource. */
    record Result(
            String resource,
            boolean reached,
            int records,
            @Nullable Long total,
            String remark) {}

    FirstPages(PlannedLoad load, ProgramEnvironment environment) {
        this.source = load.source();
        this.redactor = load.redactor();
        this.environment = environment;
    }

    /** Reads them; the listener hears of warnings and waits. */
    List<Result> read(RunListener progress) {
        listener = progress;
        List<Resource> resources = source.resources();
        try (SourceReader reader = source.open(this)) {
            int turns = resources.size() * TURNS_PER_RESOURCE;
            while (pages.size() < resources.size() && turns-- > 0 && reader.readPage(name -> new CountingSink())) {
                // the listener takes note of what was read
            }
        }
        return resources.stream().map(this::result).toList();
    }

    private Result result(Resource resource) {
        RunEvent.PageRead page = pages.get(resource.name());
        return page == null
                ? new Result(resource.name(), false, 0, null, "not reached: its parent's first page has no items")
                : new Result(resource.name(), true, page.records(), page.totalRecords(), "");
    }

    private void hear(RunEvent event) {
        if (event instanceof RunEvent.PageRead page) {
            pages.putIfAbsent(page.resource(), page);
        } else if (event instanceof RunEvent.Warned
                || event instanceof RunEvent.Waiting
                || event instanceof RunEvent.Retrying) {
            listener.on(event);
        }
    }

    @Override
    public Map<String, @Nullable Object> state(String resource) {
        return states.computeIfAbsent(resource, name -> new HashMap<>());
    }

    @Override
    public RunListener listener() {
        return this::hear;
    }

    @Override
    public Clock clock() {
        return environment.clock();
    }

    @Override
    public Sleeper sleeper() {
        return environment.sleeper();
    }

    @Override
    public Redactor redactor() {
        return redactor;
    }

    @Override
    public boolean samplesOnly() {
        return true;
    }

    @Override
    public boolean stopRequested() {
        return environment.stopRequested().getAsBoolean();
    }
}
