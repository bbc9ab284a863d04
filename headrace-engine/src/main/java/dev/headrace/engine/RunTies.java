package dev.headrace.engine;

import dev.headrace.engine.checkpoint.Ties;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.engine.loadpackage.PackageTarget;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the checkpoints of a run are tied to. */
final class RunTies {

    private RunTies() {}

    /** Empty when nobody may go on where a reader of the source stopped. */
    static Optional<Ties> of(RunSettings settings, SourceRun run, Committed committed) {
        return run.plan().source().identityParts().map(parts -> {
            Map<String, String> values = new LinkedHashMap<>();
            PackageTarget target = PackageTarget.of(settings.destination(), settings.normalisedDataset());
            values.put("the destination", target.type() + ' ' + target.location() + ' ' + target.dataset());
            values.put(
                    "what is loaded there",
                    committed.state().versionHash() + ' ' + committed.schema().versionHash());
            values.putAll(parts);
            values.put("the choice of resources or of a write disposition", resources(run.plan()));
            values.put("the refresh mode", String.valueOf(settings.overrides().refresh()));
            values.put("a hint, a contract, the naming or the nesting", tables(settings, run, committed));
            return new Ties(values);
        });
    }

    private static String resources(ResourcePlan plan) {
        return plan.loaded().stream()
                .map(resource -> resource.name()
                        + ' '
                        + ResourcePlan.dispositions(resource)
                                .map(RunTies::label)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String label(WriteDisposition disposition) {
        return disposition instanceof WriteDisposition.Merge merge && merge.strategy() != MergeStrategy.DELETE_INSERT
                ? disposition.label() + ':' + merge.strategy().label()
                : disposition.label();
    }

    /** The tables before any data came, with all that was said about them. */
    private static String tables(RunSettings settings, SourceRun run, Committed committed) {
        SchemaBeginning beginning = new SchemaBeginning(settings, committed.schema(), run.fresh());
        WorkingSchema schema = beginning.toWorkingSchema();
        for (Resource resource : run.plan().loaded()) {
            schema.rootTable(resource);
        }
        SchemaContent content = beginning.content().withTables(schema.freeze(), schema.rootsWithKeys());
        return SchemaDocument.fresh(content.name()).evolvedTo(content).versionHash();
    }
}
