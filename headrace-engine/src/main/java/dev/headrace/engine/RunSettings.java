package dev.headrace.engine;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.Destination;
import dev.headrace.engine.loadpackage.PackageStore;
import dev.headrace.engine.loadpackage.PackageTarget;
import dev.headrace.engine.naming.Naming;
import dev.headrace.event.RunListener;
import dev.headrace.load.PackageCompression;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.CompletenessRule;
import dev.headrace.source.Resource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run was told.
 *
 * @param dataset as written, not normalised
 * @param directory holds the folders of all pipelines
 * @param naming null: that of the stored schema
 */
record RunSettings(
        String pipeline,
        Destination destination,
        String dataset,
        Path directory,
        @Nullable String naming,
        Layout layout,
        Overrides overrides,
        Surroundings surroundings) {

    private static final String DEFAULT_NAMING = "snake_case";

    /**
     * What holds where resources say nothing.
     *
     * @param packages how load packages are written
     */
    record Layout(
            @Nullable Integer maxTableNesting,
            @Nullable Boolean rootKey,
            @Nullable SchemaContract contract,
            @Nullable CompletenessRule completeness,
            @Nullable OnBadRow onBadRow,
            PackageCompression packages) {}

    /**
     * What holds whatever resources say.
     *
     * @param resources empty when all are wanted that the source selects
     * @param refresh how what is loaded begins anew; null: it goes on
     * @param deletes what becomes of rows that are no longer at the source; null: what resources say
     * @param allowDeletes whether any number of them may be deleted or marked
     * @param resume whether an extraction that ended early is gone on with
     */
    record Overrides(
            @Nullable SchemaContract contract,
            @Nullable WriteDisposition disposition,
            List<String> resources,
            @Nullable Refresh refresh,
            @Nullable CompletenessRule completeness,
            @Nullable OnBadRow onBadRow,
            @Nullable Deletes deletes,
            boolean allowDeletes,
            boolean resume) {}

    /**
     * What a run does not do itself.
     *
     * @param nanoseconds since any moment; unlike the clock it never jumps
     * @param patience how long to wait for what others have
     */
    record Surroundings(
            RunListener listener,
            Clock clock,
            LongSupplier nanoseconds,
            Sleeper sleeper,
            Redactor redactor,
            BooleanSupplier stop,
            Duration patience) {}

    /** The pipeline's own folder. */
    Path folder() {
        return directory.resolve(pipeline);
    }

    /** The convention of that name within the limits of the destination. */
    Naming naming(String convention) {
        return Naming.of(convention, destination.maxIdentifierLength());
    }

    /** The convention of a schema that is not known yet. */
    Naming usualNaming() {
        return naming(naming == null ? DEFAULT_NAMING : naming);
    }

    /** The dataset's name at the destination. */
    String normalisedDataset() {
        return usualNaming().path(dataset);
    }

    /**
     * The pipeline's packages, for this process alone. Waits for a run that has them as long as this one is patient.
     *
     * @param waiting is told of that
     */
    PackageStore openPackages(RunListener waiting) {
        return PackageStore.open(
                folder(),
                pipeline,
                PackageTarget.of(destination, normalisedDataset()),
                layout.packages(),
                surroundings.clock(),
                new Patience(surroundings, waiting));
    }

    /** What happens when a resource is not complete. */
    CompletenessRule completeness(Resource resource) {
        return Stream.of(overrides.completeness(), resource.rules().completeness(), layout.completeness())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(CompletenessRule.REPORT);
    }

    /** What becomes of rows of a resource's table whose records are no longer at the source. */
    Deletes deletes(Resource resource) {
        return Stream.of(overrides.deletes(), resource.rules().deletes())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(Deletes.NONE);
    }

    /** How many of them one load may delete or mark. */
    DeleteLimit maxDelete(Resource resource) {
        DeleteLimit own = resource.rules().maxDelete();
        if (overrides.allowDeletes()) {
            return DeleteLimit.none();
        }
        return own == null ? DeleteLimit.usual() : own;
    }

    /** The contract of tables that have none of their own; null: everything may change. */
    @Nullable
    SchemaContract sourceContract() {
        return overrides.contract() == null ? layout.contract() : overrides.contract();
    }
}
