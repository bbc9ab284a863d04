package dev.headrace.engine;

import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.normalise.CountingSink;
import dev.headrace.engine.normalise.Normaliser;
import dev.headrace.engine.quarantine.ErrorWriter;
import dev.headrace.engine.quarantine.Taken;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.source.RecordSink;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One sink for each resource: what is loaded goes on to a normaliser, everything else is only counted. */
final class ResourceSinks implements RecordSinks, AutoCloseable {

    private final Map<String, MeasuredSink> sinks = new LinkedHashMap<>();
    private final Map<String, Normaliser> normalisers = new LinkedHashMap<>();
    private final Background background = new Background();

    private final Map<String, ErrorWriter> quarantines = new LinkedHashMap<>();

    /** @throws dev.headrace.DataException when a contract forbids what a resource's hints ask */
    ResourceSinks(
            ResourcePlan plan,
            WorkingSchema schema,
            LoadId id,
            BatchWriters writers,
            RunListener listener,
            BadRows badRows) {
        for (Resource resource : plan.loaded()) {
            ErrorWriter quarantine = badRows.quarantine(resource, id, writers);
            if (quarantine != null) {
                quarantines.put(resource.name(), quarantine);
            }
            Normaliser normaliser =
                    new Normaliser(schema, resource, id, writers, listener, quarantine, badRows.holdsAllCharacters());
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

    /** Goes on where other sinks stopped, which had counted that. */
    void continueAfter(RunCounts earlier) {
        normalisers.forEach((resource, normaliser) -> normaliser.continueAfter(
                earlier.records(resource), earlier.leftOut(resource).getOrDefault(Normaliser.QUARANTINED, 0L)));
        earlier.quarantined().forEach(rows -> {
            ErrorWriter quarantine = quarantines.get(rows.resource());
            if (quarantine != null) {
                quarantine.continueAfter(new Taken(rows.count(), rows.requests()), rows.firstReason());
            }
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
        quarantines.values().forEach(quarantine -> byTable.merge(ErrorsTable.NAME, quarantine.handedOver(), Long::sum));
        return byTable;
    }

    /** Hands over the last rows of all resources. */
    void finish() {
        background.await();
        normalisers.values().forEach(Normaliser::close);
    }

    /** Tells what the package has in quarantine. */
    void tellQuarantined(RunListener listener) {
        quarantines.forEach((resource, quarantine) -> quarantine
                .firstReason()
                .ifPresent(first -> listener.on(new RunEvent.RowsQuarantined(
                        resource, quarantine.taken().rows(), quarantine.taken().requests(), first))));
    }

    /** Ends what is still being written. */
    @Override
    public void close() {
        background.close();
    }

    /** Tells how many records each resource has brought, and how many of them are in quarantine. */
    void report(RunRecorder recorder) {
        sinks.forEach((resource, sink) -> recorder.records(resource, sink.records()));
        quarantined().forEach(recorder::quarantined);
    }

    /** What has come since these sinks were made. */
    RunCounts counts() {
        Map<String, RunReport.ResourceReport> resources = new LinkedHashMap<>();
        sinks.forEach((resource, sink) ->
                resources.put(resource, new RunReport.ResourceReport(resource, 0, sink.records(), null)));
        Map<String, Map<String, Long>> leftOut = new LinkedHashMap<>();
        normalisers.forEach((resource, normaliser) -> leftOut.put(resource, normaliser.leftOut()));
        return new RunCounts(resources, List.of(), quarantined(), leftOut);
    }

    private List<QuarantinedRows> quarantined() {
        List<QuarantinedRows> rows = new ArrayList<>();
        quarantines.forEach((resource, quarantine) -> quarantine
                .firstReason()
                .filter(first -> quarantine.added().rows() > 0)
                .ifPresent(first -> rows.add(new QuarantinedRows(
                        resource, quarantine.added().rows(), quarantine.added().requests(), first))));
        return rows;
    }

    /** The time that the source has waited for its records to be written so far. */
    Duration took() {
        return Duration.ofNanos(
                sinks.values().stream().mapToLong(MeasuredSink::nanos).sum());
    }
}
