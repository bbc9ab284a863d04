package dev.headrace.engine;

import dev.headrace.event.RunEvent;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.ReadContext;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A source that does what it was told, step by step; each step is one call of {@code readPage}. */
final class ScriptedSource implements Source {

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<Integer> commitPoints = new HashSet<>();
    private int opened;
    private int closed;

    /** One page. */
    private interface Step {
        void run(ReadContext context, RecordSinks sinks);
    }

    ScriptedSource resource(String name, ResourceHints hints) {
        resources.put(name, new Resource(name, true, hints));
        return this;
    }

    ScriptedSource resource(String name) {
        return resource(name, ResourceHints.none());
    }

    ScriptedSource unselected(String name) {
        resources.put(name, new Resource(name, false, ResourceHints.none()));
        return this;
    }

    ScriptedSource page(String resource, String json) {
        steps.add((context, sinks) -> {
            byte[] page = json.getBytes(StandardCharsets.UTF_8);
            int records = sinks.of(resource)
                    .writePage(page, page.length, List.of(), List.of())
                    .count();
            context.listener().on(new RunEvent.PageRead(resource, 1, records, page.length, 100L));
        });
        return this;
    }

    ScriptedSource record(String resource, String json) {
        steps.add((context, sinks) -> sinks.of(resource).writeRecord(JsonSlice.of(json), List.of()));
        return this;
    }

    ScriptedSource doing(Consumer<ReadContext> action) {
        steps.add((context, sinks) -> action.accept(context));
        return this;
    }

    /** Remembers a cursor in the resource's state. */
    ScriptedSource remembering(String resource, long cursor) {
        return doing(context -> context.state(resource).put("cursor", cursor));
    }

    ScriptedSource failing(RuntimeException failure) {
        return doing(context -> {
            throw failure;
        });
    }

    /** What was read so far may be committed. */
    ScriptedSource commitPoint() {
        commitPoints.add(steps.size());
        return this;
    }

    int opened() {
        return opened;
    }

    int closed() {
        return closed;
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    @Override
    public Source select(Set<String> names) {
        ScriptedSource narrowed = new ScriptedSource();
        resources.forEach((name, resource) ->
                narrowed.resources.put(name, new Resource(name, names.contains(name), resource.hints())));
        narrowed.steps.addAll(steps);
        narrowed.commitPoints.addAll(commitPoints);
        return narrowed;
    }

    @Override
    public SourceReader open(ReadContext context) {
        opened++;
        return new Reader(context);
    }

    private final class Reader implements SourceReader {
        private final ReadContext context;
        private int next;

        Reader(ReadContext context) {
            this.context = context;
        }

        @Override
        public boolean readPage(RecordSinks sinks) {
            if (next == steps.size()) {
                return false;
            }
            steps.get(next++).run(context, sinks);
            return true;
        }

        @Override
        public boolean atCommitPoint() {
            return commitPoints.contains(next);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
