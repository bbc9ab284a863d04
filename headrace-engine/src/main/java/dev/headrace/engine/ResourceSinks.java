package dev.headrace.engine;

import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.normalise.CountingSink;
import dev.headrace.engine.normalise.Normaliser;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.source.RecordSink;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One sink for each resource: what is loaded goes on to a normaliser, everything else is only counted. */
final class ResourceSinks implements RecordSinks, AutoCloseable {

    private final Map<String, MeasuredSink> sinks = new LinkedHashMap<>();
    private final List<Normaliser> normalisers = new ArrayList<>();
    private final Background background = new Background();

    /** @throws dev.headrace.DataException when a contract forbids what a resource's hints ask */
    ResourceSinks(ResourcePlan plan, WorkingSchema schema, LoadId id, BatchWriters writers, RunListener listener) {
        for (Resource resource : plan.loaded()) {
            Normaliser normaliser = new Normaliser(schema, resource, id, writers, listener);
            normalisers.add(normaliser);
            sinks.put(
                    resource.name(),
                    new MeasuredSink(
                            new BackgroundSink(resource.name(), normaliser, background, BackgroundSink.AT_ONCE)));
        }
    }

    @Override
    public RecordSink of(String resource) {
        return sinks.computeIfAbsent(resource, name -> new MeasuredSink(CountingSink.checking(name)));
    }

    /** Hands over the last rows of all resources. */
    void finish() {
        background.await();
        normalisers.forEach(Normaliser::close);
    }

    /** Ends what is still being written. */
    @Override
    public void close() {
        background.close();
    }

    /** Tells how many records each resource has brought. */
    void report(RunRecorder recorder) {
        sinks.forEach((resource, sink) -> recorder.records(resource, sink.records()));
    }

    /** The time that the source has waited for its records to be written so far. */
    Duration took() {
        return Duration.ofNanos(
                sinks.values().stream().mapToLong(MeasuredSink::nanos).sum());
    }
}
