package dev.headrace.rest.read;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.definition.JavaNode;
import dev.headrace.source.Completeness;
import dev.headrace.source.ReadContext;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import dev.headrace.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One run over a source, and everything that came out of it. */
final class Reading implements ReadContext {

    final Map<String, RecordedSink> sinks = new HashMap<>();
    final List<RunEvent> events = new ArrayList<>();
    /** The threads in which the events were told. */
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    /** The resource of each page, in the order read. */
    final List<String> pages = new ArrayList<>();

    /** What the reader said in the end, by resource. */
    final Map<String, Completeness> completeness = new HashMap<>();

    volatile boolean stopped;
    boolean samples;

    /** Whether the sinks read pages later where they may. */
    boolean readsLate = true;

    /** Whether the sinks take records that cannot be handed on. */
    private boolean putsAside;

    private Map<String, Map<String, @Nullable Object>> states;
    /** Null: the states are those at the beginning. */
    private @Nullable Map<String, Map<String, @Nullable Object>> beginning;

    private RunListener further = RunListener.none();
    private Runnable atAnswer = () -> {};
    private final FakeClock clock = new FakeClock();
    private final Redactor redactor = new Redactor();

    Reading() {
        this(new HashMap<>());
    }

    Reading(Map<String, Map<String, @Nullable Object>> states) {
        this.states = states;
    }

    /** As if another process went on: nothing of what was remembered is shared with the readers before. */
    void goOnWith(Map<String, Map<String, @Nullable Object>> live, Map<String, Map<String, @Nullable Object>> begun) {
        states = copy(live);
        beginning = copy(begun);
    }

    Map<String, Map<String, @Nullable Object>> states() {
        return states;
    }

    /** By way of JSON, as states are stored. */
    @SuppressWarnings("unchecked") // states are JSON objects
    static Map<String, Map<String, @Nullable Object>> copy(Map<String, Map<String, @Nullable Object>> states) {
        return (Map<String, Map<String, @Nullable Object>>)
                Objects.requireNonNull(JsonTree.parse(JsonText.write(states)).toJava());
    }

    /** Another listener besides. */
    void hears(RunListener listener) {
        further = listener;
    }

    /** Does something whenever an answer has come that is read later. */
    void hearsOfAnswers(Runnable work) {
        atAnswer = work;
    }

    /** Reads a source to its end. */
    static Reading of(Source source) {
        return new Reading().read(source);
    }

    /** Reads a source to its end into sinks that take records which cannot be handed on. */
    static Reading puttingAside(Source source) {
        return puttingAside(source, new HashMap<>());
    }

    /** The same; the states of the resources are changed. */
    static Reading puttingAside(Source source, Map<String, Map<String, @Nullable Object>> states) {
        Reading reading = new Reading(states);
        reading.putsAside = true;
        return reading.read(source);
    }

    /** Reads a source to its end; the states of the resources are changed. */
    static Reading of(Source source, Map<String, Map<String, @Nullable Object>> states) {
        return new Reading(states).read(source);
    }

    /** Reads a source to its end. */
    Reading read(Source source) {
        try (SourceReader reader = source.open(this)) {
            while (reader.readPage(this::sink)) {
                // the sinks keep what comes
            }
            source.resources()
                    .forEach(resource -> reader.completeness(resource.name())
                            .ifPresent(found -> completeness.put(resource.name(), found)));
        }
        return this;
    }

    /** Reads a configuration in which single quotes stand for double ones. */
    static Reading of(String baseUrl, String resources) {
        return of(source("{'client': {'base_url': '" + baseUrl + "'}, 'resources': " + resources + "}"));
    }

    @SuppressWarnings("unchecked") // the root of a configuration is an object
    static RestSource source(String json) {
        Object root = JsonTree.parse(json.replace('\'', '"')).toJava();
        return RestSource.of(
                JavaNode.of((Map<String, Object>) Objects.requireNonNull(root)),
                new dev.headrace.config.ComponentContext(
                        "rest_api", Path.of(""), dev.headrace.config.Settings.none(), new Redactor()));
    }

    RecordedSink sink(String resource) {
        pages.add(resource);
        return sinks.computeIfAbsent(resource, name -> new RecordedSink(putsAside, readsLate));
    }

    /** The records of a resource as JSON, with what was added to them. */
    List<String> records(String resource) {
        return sinks.computeIfAbsent(resource, name -> new RecordedSink(putsAside, readsLate)).records;
    }

    /** How long was waited each time; nobody really waits. */
    List<Duration> sleeps() {
        return clock.sleeps();
    }

    List<String> warnings() {
        return events.stream()
                .filter(RunEvent.Warned.class::isInstance)
                .map(event -> ((RunEvent.Warned) event).message())
                .toList();
    }

    @Override
    public Map<String, @Nullable Object> state(String resource) {
        return states.computeIfAbsent(resource, name -> new HashMap<>());
    }

    @Override
    public Map<String, @Nullable Object> stateAtBeginning(String resource) {
        return beginning == null
                ? state(resource)
                : Collections.unmodifiableMap(beginning.getOrDefault(resource, Map.of()));
    }

    @Override
    public RunListener listener() {
        return event -> {
            threads.add(Thread.currentThread());
            events.add(event);
            further.on(event);
        };
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Sleeper sleeper() {
        return clock;
    }

    @Override
    public Redactor redactor() {
        return redactor;
    }

    @Override
    public void cameAhead() {
        atAnswer.run();
    }

    @Override
    public boolean stopRequested() {
        return stopped;
    }

    @Override
    public boolean samplesOnly() {
        return samples;
    }
}
