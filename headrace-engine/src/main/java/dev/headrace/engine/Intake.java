package dev.headrace.engine;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.deletes.DeleteOrder;
import dev.headrace.engine.normalise.Normaliser;
import dev.headrace.load.PartFile;
import dev.headrace.source.Completeness;
import dev.headrace.source.Completeness.Verdict;
import dev.headrace.source.CompletenessRule;
import dev.headrace.source.Resource;
import dev.headrace.source.SourceReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the records of a run on their way: as many as the source has announced are to be read, as many as it hands on are
 * to become rows, and as many rows are to be in the package. The first may be otherwise; the others never. For one run, and
 * the thread that reads.
 */
final class Intake {

    private final ResourcePlan plan;
    private final SourceReader reader;
    private final List<String> strict;
    private final DeleteOrders deletes;
    private final Map<String, Long> handedBefore = new LinkedHashMap<>();

    /**
     * @param reader as it was opened: what it has handed on before is in no package of this run, or counted already
     * @param deletes decides what follows from the numbers
     */
    Intake(RunSettings settings, ResourcePlan plan, SourceReader reader, DeleteOrders deletes) {
        this.plan = plan;
        this.deletes = deletes;
        this.reader = reader;
        this.strict = plan.loaded().stream()
                .filter(resource -> settings.completeness(resource) == CompletenessRule.STRICT)
                .map(Resource::name)
                .toList();
        packageEnds();
    }

    /** Whether it is clear already that nothing may be loaded. */
    boolean isRefused() {
        for (int i = 0; i < strict.size(); i++) {
            if (mismatch(strict.get(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Completeness> mismatch(String resource) {
        return reader.completeness(resource).filter(found -> found.verdict() == Verdict.MISMATCH);
    }

    /**
     * Compares all numbers when the rows of a package have been handed over.
     *
     * @param earlier what an earlier run has put into the package
     * @param atEnd whether nothing more comes in this run
     * @throws DataException when they differ where they must not
     */
    void check(ResourceSinks sinks, Optional<Resumption> earlier, boolean atEnd, RunRecorder recorder) {
        List<String> refused = new ArrayList<>();
        deletes.nextPackage();
        for (Resource resource : plan.loaded()) {
            String name = resource.name();
            Normaliser normaliser = sinks.normaliser(name);
            requireAllRows(name, sinks.taken(name), normaliser);
            long rows = normaliser.rows()
                    + earlier.map(there -> rowsBefore(there, name, sinks)).orElse(0L);
            reader.completeness(name).ifPresent(found -> {
                requireAllTaken(name, found, sinks.taken(name));
                recorder.counted(name, found, normaliser.table(), rows, leftOut(name, normaliser, earlier));
            });
            deletes.decide(resource, reader.completeness(name), Math.max(rows, sinks.taken(name)), rows, atEnd)
                    .ifPresent(result -> recorder.deletes(normaliser.table(), result));
            if (strict.contains(name)) {
                mismatch(name).ifPresent(found -> refused.add(refusal(name, found, rows)));
            }
        }
        if (!refused.isEmpty()) {
            throw new DataException(FailureKind.DATA, Phase.EXTRACT, String.join("\n", refused));
        }
    }

    private static Map<String, Long> leftOut(String resource, Normaliser normaliser, Optional<Resumption> earlier) {
        Map<String, Long> all = new LinkedHashMap<>(normaliser.leftOut());
        earlier.ifPresent(there ->
                there.counts().leftOut(resource).forEach((reason, count) -> all.merge(reason, count, Long::sum)));
        return all;
    }

    /** Of a table that several resources fill, only their records were counted. */
    private long rowsBefore(Resumption earlier, String resource, ResourceSinks sinks) {
        String table = sinks.normaliser(resource).table();
        boolean shared = plan.loaded().stream()
                .anyMatch(other -> !other.name().equals(resource)
                        && sinks.normaliser(other.name()).table().equals(table));
        return shared ? earlier.counts().rows(resource) : earlier.rowsByTable().getOrDefault(table, 0L);
    }

    /** What becomes of the other rows in the resource's table, in the package whose rows have been handed over; null: they stay. */
    @Nullable
    DeleteOrder deletes(Resource resource) {
        return deletes.of(resource);
    }

    /** What comes from now on goes into another package. */
    void packageEnds() {
        plan.loaded()
                .forEach(resource -> reader.completeness(resource.name())
                        .ifPresent(found -> handedBefore.put(resource.name(), found.handedOn())));
    }

    private static String refusal(String resource, Completeness found, long rows) {
        String announced = found.announced() == null ? "" : found.announced() + " records were announced, ";
        return "Cannot load resource '" + resource + "': it is not complete, and completeness is strict. " + announced
                + found.read() + " were read, and " + rows + " rows are in the package; " + found.reason()
                + (found.reason().endsWith(".") ? "" : ".")
                + " Nothing of it was loaded; the next run reads it again from where the last load ended. Correct the"
                + " configuration, or load it all the same with --completeness report.";
    }

    private void requireAllTaken(String resource, Completeness found, long taken) {
        long handed = found.handedOn() - handedBefore.getOrDefault(resource, 0L);
        if (handed != taken) {
            throw lost(resource, handed + " records were handed on, and " + taken + " were taken");
        }
    }

    private static void requireAllRows(String resource, long taken, Normaliser normaliser) {
        long left = normaliser.leftOut().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (taken != normaliser.rows() + left) {
            throw lost(
                    resource,
                    taken + " records were taken, " + left + " were left out, and " + normaliser.rows()
                            + " rows were made");
        }
    }

    /**
     * Compares the files of a package with what was handed over to be written.
     *
     * @param restored rows that were written before this run, by table
     * @throws DataException when they differ
     */
    static void requireAllWritten(
            Map<String, List<PartFile>> parts, Map<String, Long> restored, Map<String, Long> handedOver) {
        parts.forEach((table, files) -> {
            long written = files.stream().mapToLong(PartFile::rows).sum() - restored.getOrDefault(table, 0L);
            long handed = handedOver.getOrDefault(table, 0L);
            if (written != handed) {
                throw lost(
                        table, handed + " rows of table '" + table + "' were handed over, and " + written + " written");
            }
        });
    }

    private static DataException lost(String what, String numbers) {
        return new DataException(
                FailureKind.DATA,
                Phase.NORMALIZE,
                "Cannot load '" + what + "': " + numbers + ", and nothing explains the difference. Nothing was loaded."
                        + " That is a fault of Headrace itself; please report it.");
    }
}
