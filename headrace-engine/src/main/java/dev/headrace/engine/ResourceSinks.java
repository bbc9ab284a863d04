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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One sink for each resource: what is loaded goes on to a normaliser, everything else is only counted. */
final class ResourceSinks implements RecordSinks, AutoCloseable {

    private final Map<String, MeasuredSink> sinks = new LinkedHashMap<>();
    private final Map<String, Normaliser> normalisers = new LinkedHashMap<>();
    private final Background background = new Background();

    /** @throws dev.headrace.DataException when a contract forbids what a resource's hints ask */
    ResourceSinks(ResourcePlan plan, WorkingSchema schema, LoadId id, BatchWriters writers, RunListener listener) {
        for (Resource resource : plan.loaded()) {
            Normaliser normaliser = new Normaliser(schema, resource, id, writers, listener);
            normalisers.put(resource.name(), normaliser);
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

    /** Goes on where other sinks stopped, which had taken so many records of each resource. */
    void continueAfter(Map<String, RunReport.ResourceReport> earlier) {
        normalisers.forEach((resource, normaliser) -> {
            RunReport.ResourceReport before = earlier.get(resource);
            normaliser.continueAfter(before == null ? 0 : before.records());
        });
    }

    /** Hands over all rows that came so far; between two pages. */
    void flush() {
        background.await();
        normalisers.values().forEach(Normaliser::flush);
    }

    /** Tells what contracts left out; a run that goes on here tells only what comes behind. */
    void tellDiscards() {
        normalisers.values().forEach(Normaliser::tellDiscards);
    }

    /** What makes rows of the records of a resource that is loaded. */
    Normaliser normaliser(String resource) {
        return Objects.requireNonNull(normalisers.get(resource));
    }

    /** How many records of a resource have come since these sinks were made. */
    long taken(String resource) {
        return Objects.requireNonNull(sinks.get(resource)).records();
    }

    /** How many rows of each table have been handed over. */
    Map<String, Long> handedOver() {
        Map<String, Long> byTable = new LinkedHashMap<>();
        normalisers.values().forEach(normaliser -> normaliser.addHandedOver(byTable));
        return byTable;
    }

    /** Hands over the last rows of all resources. */
    void finish() {
        background.await();
        normalisers.values().forEach(Normaliser::close);
    }

    /** Ends what is still being written. */
    @Override
    public void close() {
        background.close();
    }

    /** Tells how many records each resource has brought. */
    void report(RunRecorder recorder) {
        records().forEach(recorder::records);
    }

    /** How many records each resource has brought so far. */
    Map<String, Long> records() {
        Map<String, Long> records = new LinkedHashMap<>();
        sinks.forEach((resource, sink) -> records.put(resource, sink.records()));
        return records;
    }

    /** The time that the source has waited for its records to be written so far. */
    Duration took() {
        return Duration.ofNanos(
                sinks.values().stream().mapToLong(MeasuredSink::nanos).sum());
    }
}
