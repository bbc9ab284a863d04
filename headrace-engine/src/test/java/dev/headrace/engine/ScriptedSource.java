package dev.headrace.engine;

import dev.headrace.event.RunEvent;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.source.Completeness;
import dev.headrace.source.Completeness.Verdict;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.LoadRules;
import dev.headrace.source.ReadContext;
import dev.headrace.source.ReadingPosition;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A source that does what it was told, step by step; each step is one call of {@code readPage}. */
final class ScriptedSource implements Source {

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<Integer> commitPoints = new HashSet<>();
    private final Map<Integer, Throwable> accidents = new LinkedHashMap<>();
    private final List<Integer> done = new ArrayList<>();
    private final Map<Integer, Map<String, Long>> recordsByStep = new LinkedHashMap<>();
    private @Nullable Verdict verdict;
    private @Nullable String identity;
    private @Nullable String cursorOf;
    private int opened;
    private boolean forgetful;
    private int closed;

    /** One page. */
    private interface Step {
        void run(ReadContext context, RecordSinks sinks);
    }

    ScriptedSource resource(String name, ResourceHints hints) {
        resources.put(name, new Resource(name, true, hints));
        return this;
    }

    ScriptedSource resource(String name, ResourceHints hints, LoadRules rules) {
        resources.put(name, new Resource(name, true, hints, rules));
        return this;
    }

    /** Readers say of all resources that what came so far is this. */
    ScriptedSource judged(Verdict value) {
        verdict = value;
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
        int step = steps.size();
        steps.add((context, sinks) -> {
            byte[] page = json.getBytes(StandardCharsets.UTF_8);
            int records = sinks.of(resource)
                    .writePage(page, page.length, List.of(), List.of())
                    .count();
            recordsByStep.put(step, Map.of(resource, (long) records));
            context.listener().on(new RunEvent.PageRead(resource, 1, records, page.length, 100L));
        });
        return this;
    }

    ScriptedSource record(String resource, String json) {
        steps.add((context, sinks) -> sinks.of(resource).writeRecord(JsonSlice.of(json), List.of()));
        return this;
    }

    /** A record that cannot be handed on. */
    ScriptedSource refusing(String resource, String json) {
        RefusedRecord refused = new RefusedRecord(BadRowKind.STEP, "it failed", json, true, false, OptionalInt.of(1));
        steps.add((context, sinks) -> sinks.of(resource).refuse(refused));
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

    /** Readers tell where they stand, and others of the same identity go on there. */
    ScriptedSource identified(@Nullable String value) {
        identity = value;
        return this;
    }

    /** Without a position, readers begin at the step that the resource remembers as its cursor. */
    ScriptedSource beginningAtCursorOf(String resource) {
        cursorOf = resource;
        return this;
    }

    /** Step {@code index}, from 0, fails in place of being done, once. */
    ScriptedSource accident(int index, Throwable failure) {
        accidents.put(index, failure);
        return this;
    }

    /** The steps that were done so far, by all readers. */
    List<Integer> done() {
        return done;
    }

    int size() {
        return steps.size();
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
        resources.forEach((name, resource) -> narrowed.resources.put(
                name, new Resource(name, names.contains(name), resource.hints(), resource.rules())));
        narrowed.steps.addAll(steps);
        narrowed.commitPoints.addAll(commitPoints);
        narrowed.identity = identity;
        narrowed.forgetful = forgetful;
        return narrowed;
    }

    @Override
    public SourceReader open(ReadContext context) {
        opened++;
        Object cursor = cursorOf == null ? null : context.state(cursorOf).get("cursor");
        return new Reader(context, cursor instanceof Long step ? step.intValue() : 0);
    }

    @Override
    public Optional<String> identity() {
        return Optional.ofNullable(identity);
    }

    /** Takes no position for one of its own. */
    ScriptedSource forgetful() {
        forgetful = true;
        return this;
    }

    @Override
    public SourceReader open(ReadContext context, ReadingPosition position) {
        opened++;
        if (forgetful) {
            throw new IllegalArgumentException("none of mine");
        }
        return new Reader(context, Integer.parseInt(position.document()));
    }

    private final class Reader implements SourceReader {
        private final ReadContext context;
        private int next;

        Reader(ReadContext context, int next) {
            this.context = context;
            this.next = next;
        }

        @Override
        public boolean readPage(RecordSinks sinks) {
            if (next == steps.size()) {
                return false;
            }
            Throwable accident = accidents.remove(next);
            if (accident instanceof RuntimeException e) {
                throw e;
            }
            if (accident instanceof Error e) {
                throw e;
            }
            steps.get(next).run(context, sinks);
            done.add(next++);
            return true;
        }

        @Override
        public Optional<ReadingPosition> position() {
            return Optional.ofNullable(identity)
                    .map(name -> new ReadingPosition(String.valueOf(next), "step " + (next + 1)));
        }

        @Override
        public Optional<Completeness> completeness(String resource) {
            long read = recordsByStep.entrySet().stream()
                    .filter(step -> step.getKey() < next)
                    .mapToLong(step -> step.getValue().getOrDefault(resource, 0L))
                    .sum();
            return Optional.ofNullable(verdict)
                    .map(judgement -> new Completeness(null, read, Map.of(), judgement, "the script says so"));
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
