package dev.headrace.engine;

import dev.headrace.deletes.DeleteOrder;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.Deletes;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.source.Completeness;
import dev.headrace.source.Completeness.Verdict;
import dev.headrace.source.Resource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for which resources a package holds everything that there is, so that rows which it does not bring are gone. For one
 * run, and the thread that reads.
 */
final class DeleteOrders {

    private final RunSettings settings;
    private final RunListener listener;
    private final Map<String, DeleteOrder> inPackage = new LinkedHashMap<>();
    /** Those of which a package told, or the user was. */
    private final Set<String> settled = new HashSet<>();

    /** @param listener hears for which resources nothing can be told */
    DeleteOrders(RunSettings settings, RunListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** What was decided for a resource in the package that is being written; null: other rows stay. */
    @Nullable
    DeleteOrder of(Resource resource) {
        return inPackage.get(resource.name());
    }

    /** Orders count for one package: those of the one before are forgotten. */
    void nextPackage() {
        inPackage.clear();
    }

    /**
     * Decides for a resource, now that its part of a package has been handed over.
     *
     * @param found what its source tells of it since the beginning of the pass; empty when it does not count
     * @param came records that came for this package
     * @param rows in its table in this package
     * @param atEnd whether nothing more comes in this run
     * @return why nothing can be told of other rows, when that is certain now
     */
    Optional<DeleteResult> decide(
            Resource resource, Optional<Completeness> found, long came, long rows, boolean atEnd) {
        Deletes rule = settings.deletes(resource);
        boolean inOthers = came == 0 && found.map(Completeness::handedOn).orElse(0L) > 0;
        if (rule == Deletes.NONE || settled.contains(resource.name()) || inOthers) {
            return Optional.empty();
        }
        Optional<String> doubt = doubt(found, rows);
        if (doubt.isPresent() && came == 0 && !atEnd) {
            return Optional.empty(); // it is yet to be read
        }
        settled.add(resource.name());
        if (doubt.isEmpty()) {
            inPackage.put(resource.name(), new DeleteOrder(rule, settings.maxDelete(resource)));
        }
        return doubt.map(reason -> withheld(resource, rule, reason));
    }

    private DeleteResult withheld(Resource resource, Deletes rule, String doubt) {
        DeleteResult result = DeleteResult.withheld(rule, doubt);
        listener.on(new RunEvent.Warned(resource.name(), result.reason()));
        return result;
    }

    /** Why a record that is not in the package may be at the source all the same. */
    private static Optional<String> doubt(Optional<Completeness> found, long rows) {
        if (found.isEmpty()) {
            return Optional.of("the source does not tell whether all records came");
        }
        Completeness completeness = found.get();
        if (completeness.verdict() != Verdict.COMPLETE) {
            return Optional.of("it is not proven that all records came (" + completeness.reason() + ")");
        }
        boolean onlyBySteps =
                Set.of(Completeness.STEPS).containsAll(completeness.leftOut().keySet());
        return onlyBySteps && completeness.handedOn() == rows
                ? Optional.empty()
                : Optional.of("of " + completeness.read() + " records that came, " + rows
                        + " are in the package, and the" + " others are at the source all the same");
    }
}
